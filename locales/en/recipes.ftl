# Recipes: what new spaces begin with.

admin-recipes = Recipes for shared tasks
admin-recipes-hint = See, make and change what new shared tasks begin with: steps, roles, tools and questions.

recipes-lead = A recipe is what a new shared task begins with. Use those that came along, change them, or make your own. Shared tasks that are under way stay as they are.
recipes-own = Your own
recipes-of-program = Came with the program
recipes-is-retired = Not used for new shared tasks
recipes-is-lacking = Lacks a tool
recipes-version-n = Version { $n }
recipes-used = { $n ->
    [0] no shared tasks
    [one] one shared task
   *[other] { $n } shared tasks
}
recipes-retired-text = The recipe is not shown when somebody makes a new shared task. Shared tasks made with it go on.
recipes-lacking-text = The recipe uses a tool the program does not have. So no shared tasks can be made with it.

recipes-edit = Change the recipe
recipes-copy = Make your own
recipes-export = Download as a file
recipes-import = Take in a recipe
recipes-more = More
recipes-versions = Versions
recipes-text = Change as text
recipes-compare = See the difference
recipes-compare-program = See the difference from the one that came with the program
recipes-retire = Do not use for new shared tasks any more
recipes-offer = Use for new shared tasks again

recipes-preview = What it will be like
recipes-preview-lead = This is what people meet when they make a shared task with the recipe. Change the language at the top of the page to see it in Danish.
recipes-preview-choose = When one chooses it
recipes-stages = Steps
recipes-tools = Tools
recipes-roles = Roles
recipes-questions = Questions of the frame
recipes-shown-as = In the frame the text is shown like this:
recipes-no-questions = The recipe has no questions.
recipes-sentence = First one writes the frame in one sentence. The help says:

recipes-edit-lead = Change what you like. You see the difference before anything is saved.
recipes-edit-brackets = Words in brackets, such as [{ -council-the }], are your own terms. They change by themselves when the administrator chooses another word.
recipes-edit-used = { $n ->
    [one] One shared task was made with the recipe. It keeps its names and questions.
   *[other] { $n } shared tasks were made with the recipe. They keep their names and questions.
}
recipes-in-danish = Danish
recipes-in-english = English
recipes-names = Name and help
recipes-name = Name
recipes-name-da = Name in Danish
recipes-name-en = Name in English
recipes-name-hint = What one chooses when one makes a shared task. For example: Landsbyråd.
recipes-name-taken = Another recipe is called the same. Find another name.
recipes-description = When should one choose it?
recipes-description-hint = A good beginning is: Choose it when …
recipes-hint = Help for the frame in one sentence
recipes-hint-hint = Give a good example that people can build on.
recipes-beginning = How the shared task begins
recipes-visibility = Who can see new shared tasks?
recipes-visibility-hint = It can still be changed when the shared task is made.
recipes-stages-lead = All shared tasks have six steps. Call them what you say to each other.
recipes-stage-n = Step { $n }
recipes-roles-lead = Tick those that are needed. The secretary has to be there: that is whoever makes the shared task.
recipes-role-used = { $role } is part of it
recipes-questions-lead = They are answered when the frame is written, in this order.
recipes-question-n = Question { $n }
recipes-fills = The answer belongs to
recipes-must = It must be answered
recipes-question = Question
recipes-question-help = Help for answering
recipes-question-default = Stands there from the start
recipes-up = Move up
recipes-down = Move down
recipes-remove = Take the question out
recipes-add = Add a question
recipes-see = See the difference before you save

recipes-field-background = The background
recipes-field-task = The task
recipes-field-fixed = What is fixed
recipes-field-open = What is open
recipes-field-deliverable = What is to be delivered
recipes-field-composition = Who takes part
recipes-field-timetable = The timetable
recipes-field-hours = Hours (a number)
recipes-field-money = Money (an amount)
recipes-field-rooms = Rooms
recipes-field-staff = Help from the municipality
recipes-field-answer-by = The deadline for answers (a date)
recipes-field-standing-committee = { -Standing-committee-the }
recipes-field-legal-basis = The rule behind it

recipes-check = Look before you save
recipes-check-lead = This is what becomes different from { $against }.
recipes-check-new = Here is the new recipe. You have none with the same key.
recipes-against = { $name }, version { $version }
recipes-diff = What becomes different
recipes-note = What did you change, and why?
recipes-note-hint = One line is enough. It stands in the list of versions.
recipes-save = Save the new version
recipes-take = Take the recipe in
recipes-on = Go on changing
recipes-changed-meanwhile = Somebody else saved a version meanwhile. The difference above is now to that one. Save again if this is still what you want.

recipes-versions-lead = Each time the recipe is saved there is a new version. The old ones stay, and one can go back to them.
recipes-versions-file = The recipe is version { $n }, as it came with the program. There are no others yet.
recipes-in-force = In use now
recipes-compare-before = See what version { $n } changed
recipes-compare-lead = From { $from } to { $to }.
recipes-go-back = Go back to: { $version }
recipes-back-note = Back to: { $version }
recipes-copy-lead = The new recipe begins as { $name }. After that you can change everything in it.
recipes-copy-send = Make the recipe
recipes-copy-note = Made from { $name }
recipes-unreadable = The program cannot use that version of the recipe. Perhaps it names a tool that is not here any more. Change the latest version instead.
recipes-unreadable-title = That version cannot be used

recipes-import-lead = Recipes can be passed on from municipality to municipality. Choose a file or paste the text. You see what it changes before it is taken in.
recipes-import-file = Choose a file
recipes-import-text = Or paste the text
recipes-import-text-hint = The text usually begins with “key =”.
recipes-import-see = See the recipe
recipes-import-nothing = Choose a file, or paste the text below.
recipes-import-not-text = The file is not a text. A recipe is a file that ends in .toml.

recipes-text-lead = The recipe as TOML: a name, an equals sign and a value on each line. Use the form for the common things. Codes such as { "{" } -council-the { "}" } become the word you use.
recipes-text-label = The recipe's text
recipes-to-form = Change in the form
recipes-line = Line { $line }
recipes-fault-line = Line { $line }: { $what }
recipes-fault-syntax = The line cannot be read. See whether a quotation mark, an equals sign or a bracket is missing. The reader says: { $message }
recipes-fault-missing = “{ $name }” is missing here. Write a line with { $name } = and a value.
recipes-fault-unknown = “{ $name }” is not known here. There can be: { $offered }.
recipes-fault-twice = “{ $name }” stands here twice. Delete one.
recipes-fault-wants-number = Here must be a whole number without quotation marks.
recipes-fault-wants-yes-no = Here must be true or false without quotation marks.
recipes-fault-wants-list = Here must be a list: values in square brackets with commas between them.
recipes-fault-wants-text = Here must be a text in quotation marks.
recipes-fault-wants-table = Here must be a group of names and values, as in the other recipes.
recipes-fault-key = The key “{ $name }” cannot be used. Use 2 to 40 small letters from a to z, digits and underscores.
recipes-fault-key-changed = The key must stay “{ $name }”. If you want a new recipe, use “Make your own”.
recipes-fault-tool = There is no tool called “{ $name }”. There are: { $offered }.
recipes-fault-no-tools = Choose at least one tool.
recipes-fault-visibility = “{ $name }” cannot be used. Write one of these: { $offered }.
recipes-fault-role = There is no role called “{ $name }”. There are: { $offered }.
recipes-fault-no-secretary = The secretary is missing. Whoever makes a shared task becomes its secretary.
recipes-fault-stage = There is no step called “{ $name }”. There are: { $offered }.
recipes-fault-field = “{ $name }” is nothing the frame has room for. There are: { $offered }.
recipes-fault-field-twice = Two questions fill “{ $name }”. Choose something else for one of them.
recipes-fault-untranslated = The text is missing. Write it in both Danish and English.
recipes-fault-long = The text is too long. At most { $n } characters.

recipes-diff-none = There is no difference.
recipes-diff-only-text = The recipe says the same. Only the way the text is written is another.
recipes-diff-lines = See the difference line by line
recipes-diff-old = Before:
recipes-diff-new = Now:
recipes-for-groups = For working groups
recipes-diff-group = The recipe is now for working groups.
recipes-diff-no-group = The recipe is no longer for working groups.
recipes-diff-visibility = New shared tasks are now: { $to } (before: { $from }).
recipes-diff-tool-new = The tool { $tool } has been added.
recipes-diff-tool-gone = The tool { $tool } has been taken out.
recipes-diff-tool-order = The tools are in a new order: { $tools }.
recipes-diff-role-new = The role “{ $role }” has been added.
recipes-diff-role-gone = The role “{ $role }” has been taken out.
recipes-diff-name = The name in { $lang } is now “{ $to }” (before “{ $from }”).
recipes-diff-description = The description in { $lang } is now “{ $to }” (before “{ $from }”).
recipes-diff-hint = The help for the frame in { $lang } is now “{ $to }” (before “{ $from }”).
recipes-diff-stage = Step { $n } is now called “{ $to }” in { $lang } (before “{ $from }”).
recipes-diff-role = The role “{ $from }” is now called “{ $to }” in { $lang }.
recipes-diff-question-new = New question: “{ $question }”
recipes-diff-question-gone = The question “{ $question }” has been taken out.
recipes-diff-question-order = The questions come in a new order: { $questions }
recipes-diff-required = “{ $question }” must now be answered.
recipes-diff-optional = “{ $question }” can now be left empty.
recipes-diff-question = The question “{ $from }” is now “{ $to }” in { $lang }. (It belongs to “{ $question }”.)
recipes-diff-question-hint = The help for “{ $question }” in { $lang } is now “{ $to }” (before “{ $from }”).
recipes-diff-default = What stands in “{ $question }” from the start is new in { $lang }.

done-recipe-copied = The recipe has been made. Now change it so that it fits.
done-recipe-saved = The new version is saved. New shared tasks begin with it.
done-recipe-imported = The recipe has been taken in.
done-recipe-back = The old version is in use again.
done-recipe-retired = The recipe is not used for new shared tasks any more.
done-recipe-offered = The recipe is used for new shared tasks again.

verb-recipes-copy = { $who } made a recipe: { $title }
verb-recipes-write = { $who } saved version { $version } of the recipe { $title }
verb-recipes-import = { $who } took in the recipe { $title }, version { $version }
verb-recipes-go-back = { $who } went back to an old version of the recipe { $title }
verb-recipes-retire = { $who } took the recipe { $title } out of use
verb-recipes-offer = { $who } took the recipe { $title } into use again

personal-recipe-version = Versions of recipes that you wrote
