/** Gives the AppView and the chat at `endpoint` a DID in the directory, by which a PDS passes calls on to them. */
export async function registerServices({ PlcClient, Secp256k1Keypair, plcUrl, endpoint }) {
  const registrar = new PlcClient(plcUrl)
  const keys = await Secp256k1Keypair.create()
  const did = await registrar.createDid({ signingKey: keys.did(), rotationKeys: [keys.did()], handle: 'services.test', pds: endpoint, signer: keys })
  await registrar.updateData(did, keys, (data) => ({
    ...data,
    services: { ...data.services, bsky_appview: { type: 'BskyAppView', endpoint }, bsky_chat: { type: 'BskyChatService', endpoint } }
  }))
  return { appViewDid: `${did}#bsky_appview`, chatDid: `${did}#bsky_chat` }
}
