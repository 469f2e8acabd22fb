/** The board of ideas. */
export const ideas = {
  title: 'Ideas',
  add: 'New idea',
  stage: { idea: 'Ideas', to_write: 'To write', ready: 'Ready' },
  empty: {
    idea: 'What comes to mind, and what the watch finds',
    to_write: 'What is worth a post',
    ready: 'What only needs a day'
  },
  emptyTitle: 'No ideas yet',
  emptyText: 'Note what comes to mind, or keep an item of the watch or a message as an idea. From here it becomes a draft, with its source.',
  write: 'Write the draft',
  open: 'Open the draft',
  draft: 'Draft',
  planned: 'Planned for {{when}}',
  plan: 'Plan for a day…',
  edit: 'Edit…',
  moveTo: 'Move to “{{stage}}”',
  remove: 'Delete',
  more: 'More for “{{title}}”',
  keys: 'Ctrl or ⌘ and an arrow moves the card that has the focus.',
  moved: '“{{title}}” is now in “{{stage}}”, place {{place}}',
  became_one: '{{count}} idea became a post.',
  became_other: '{{count}} ideas became posts.',
  form: { newTitle: 'New idea', editTitle: 'Edit the idea', title: 'Title', titlePlaceholder: 'A window made by readers', note: 'Note', source: 'From your watch:', save: 'Save' },
  left: { new: 'You began an idea and have not saved it: “{{words}}”', card: 'You changed an idea and have not saved it: “{{words}}”', goOn: 'Go on writing' },
  source: {
    public: '{{author}} on {{network}}',
    private: '{{author}}, in private on {{network}}',
    privateTitle: 'Private message from {{author}}',
    person: '{{author}} ({{handle}})',
    from: '{{who}} wrote to {{account}} on {{network}}, {{when}}:',
    fromPrivate: '{{who}} wrote in private to {{account}} on {{network}}, {{when}}:',
    privateText: 'These words are private: none of them stands in the draft by itself.',
    open: 'Open the conversation',
    onNetwork: 'See it on the network'
  },
  keep: 'Keep as an idea',
  kept: '“{{title}}” is kept as an idea',
  removed: 'Idea “{{title}}” deleted',
  removedWill: 'the idea “{{title}}” comes back',
  removedUndone: 'The idea “{{title}}” is back'
} as const
