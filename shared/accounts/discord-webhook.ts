/** Stands where a bot's channel would: a webhook's address names its own, and the person says of what kind it is. */
export const webhookInChannel = 'webhook'
export const webhookInForum = 'webhook:forum'
