# Files in a space.

files-tab = Files
files-title = Files
files-add = Add a file
files-send = Add the file
files-empty = There are no files here yet
files-empty-detail = The team can put minutes, drafts and pictures here, so that everyone can find them.
files-count = { $n ->
    [one] One file. The newest is at the top.
   *[other] { $n } files. The newest are at the top.
}
files-all = All files
files-open = Open
files-download = Download
files-kb = { $n } kB
files-mb = { $n } MB

files-file = Choose a file
files-file-hint = PDF, picture (JPG, PNG, WebP, GIF), Word, Excel, PowerPoint, OpenDocument or plain text. At most { $n } MB. Of a GIF that moves we keep the first picture.
files-title-label = What is it?
files-title-hint = Write it so that others can find the file. For example: Minutes of the meeting on 3 March.
files-picture = If it is a picture
files-alt = Describe the picture for those who cannot see it
files-alt-hint = Say what matters. For example: Twenty people, young and old, sit around a long table in the old smithy.
files-decorative = The picture is only decoration and says nothing in itself
files-choose-again = Choose the file again. Your computer does not send it along when the page is shown anew.
files-cancel = Cancel
files-save = Save
files-who-sees = Who can see the file?
files-who-sees-open = Everyone. The shared task is open, so add only what everyone may see.
files-who-sees-closed = The same people who can see the shared task. Nobody else can download it.
files-cleaned = What we take out of pictures
files-cleaned-text = Telephones write place, time and their own numbers into a picture. We take all of that out. Only the picture itself is kept. Other files may name you as their author, and we do not change that.

files-about = About the file
files-who = Added by
files-when = Last changed
files-name = Name of the file
files-pixels = Size in pixels
files-belongs = Belongs to:
files-is-decorative = The picture is decoration.
files-versions = Versions
files-version = Version { $n }
files-change = Change
files-edit = Edit the text
files-replace = Add a new version
files-replace-lead = The new version takes the place of “{ $title }”. The old one stays under Versions.
files-replace-send = Add the new version
files-cover-on = Use as the picture of the shared task
files-cover-off = Do not use as the picture of the shared task any more
files-remove = Remove the file
files-remove-lead = “{ $title }” and all its versions disappear for good. Everyone can see that the file was removed, and why.
files-reason = Why should the file be removed?
files-reason-hint = For example: It held names that should not be there. Do not write the names yourself.

files-latest = New files
files-attached = Files
files-attached-none = There are no files here. If you have a picture of what has happened, show it.
files-attach = Attach a file

files-none-chosen = Choose a file on your computer or telephone.
files-alt-missing = Write what the picture shows. If it is only decoration, tick the box below.
files-alt-same = Write what one sees in the picture, not the same as in the title.
files-screened = This looks like a personal number, a telephone number or an e-mail address. Take it out. If it has to be there, change the text afterwards. Then a colleague can look at it.
files-refused-pixels = The picture has more than { $n } million pixels. Make it smaller and try again.
files-refused-broken = The picture cannot be read. The file may be damaged. Open it, save it anew and try again.
files-full = There is no room for more files in this shared task. Remove some that are not used, or ask the municipality.
files-full-title = It is full
files-again = Something else happened to the same file just now. Go back and try again.
files-again-title = Try again

done-file-added = The file has been added.
done-file-replaced = The new version has been added.
done-file-described = The text has been changed.
done-file-removed = The file has been removed.
done-cover-chosen = The picture is now the picture of the shared task.
done-cover-removed = The shared task does not have this picture any more.

files-closed-thing = a closed item
record-file-closed = A file that belongs to something closed
record-file-unseen = You cannot see what the file belongs to.
verb-files-add = { $who } added a file: { $title }
verb-files-replace = { $who } added a new version of { $title }
verb-files-describe = { $who } changed the text of { $title }
verb-files-remove = { $who } removed the file { $title }. The reason: { $reason }
verb-files-cover = { $shown ->
    [yes] { $who } chose the picture of the shared task: { $title }
   *[no] { $who } took the picture of the shared task away: { $title }
}

personal-file-version = Files you added
