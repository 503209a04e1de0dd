# Filer i et forløb.

files-tab = Filer
files-title = Filer
files-add = Læg en fil op
files-send = Læg filen op
files-empty = Her er ingen filer endnu
files-empty-detail = Her kan holdet lægge referater, oplæg og billeder, så alle i forløbet kan finde dem.
files-count = { $n ->
    [one] Én fil. Den nyeste står øverst.
   *[other] { $n } filer. De nyeste står øverst.
}
files-all = Alle filer
files-open = Åbn
files-download = Hent
files-kb = { $n } kB
files-mb = { $n } MB

files-file = Vælg en fil
files-file-hint = PDF, billede (JPG, PNG, WebP, GIF), Word, Excel, PowerPoint, OpenDocument eller ren tekst. Højst { $n } MB. Af et GIF-billede, der bevæger sig, gemmer vi det første billede.
files-title-label = Hvad er det?
files-title-hint = Skriv det, så andre kan finde filen. For eksempel: Referat af mødet den 3. marts.
files-picture = Hvis det er et billede
files-alt = Beskriv billedet for den, der ikke kan se det
files-alt-hint = Sig, hvad der er vigtigt at vide. For eksempel: Tyve mennesker, unge og ældre, sidder om et langbord i den gamle smedje.
files-decorative = Billedet er kun til pynt og siger ikke noget i sig selv
files-choose-again = Vælg filen igen. Din computer sender den ikke med, når siden vises på ny.
files-cancel = Fortryd
files-save = Gem
files-who-sees = Hvem kan se filen?
files-who-sees-open = Alle. Forløbet er åbent, så læg kun det op, som alle må se.
files-who-sees-closed = De samme, som kan se forløbet. Ingen andre kan hente den.
files-cleaned = Det fjerner vi fra billeder
files-cleaned-text = Telefoner skriver sted, tid og egne numre ind i billedet. Alt det fjerner vi. Kun selve billedet bliver gemt. I andre filer kan dit navn stå som forfatter, og det retter vi ikke.

files-about = Om filen
files-who = Lagt op af
files-when = Sidst ændret
files-name = Filens navn
files-pixels = Størrelse i punkter
files-belongs = Hører til:
files-is-decorative = Billedet er til pynt.
files-versions = Udgaver
files-version = Udgave { $n }
files-change = Ret
files-edit = Ret teksten
files-replace = Læg en ny udgave op
files-replace-lead = Den nye udgave kommer i stedet for »{ $title }«. Den gamle bliver ved med at ligge under Udgaver.
files-replace-send = Læg den nye udgave op
files-cover-on = Brug som forløbets billede
files-cover-off = Brug ikke længere som forløbets billede
files-remove = Fjern filen
files-remove-lead = »{ $title }« og alle dens udgaver forsvinder helt. Alle kan se, at filen er fjernet, og hvorfor.
files-reason = Hvorfor skal filen fjernes?
files-reason-hint = For eksempel: Der var navne i, som ikke måtte stå der. Skriv ikke selv navnene.

files-latest = Nye filer
files-attached = Filer
files-attached-none = Her er ingen filer. Har du et billede af det, der er sket, så vis det.
files-attach = Vedhæft en fil

files-none-chosen = Vælg en fil på din computer eller telefon.
files-alt-missing = Skriv, hvad billedet viser. Er det kun til pynt, så sæt kryds nedenunder.
files-alt-same = Skriv, hvad man ser på billedet, og ikke det samme som i titlen.
files-screened = Det ligner et personnummer, et telefonnummer eller en mailadresse. Tag det ud. Skal det stå der, så ret teksten bagefter. Så kan en kollega se på det.
files-refused-pixels = Billedet har mere end { $n } millioner punkter. Gør det mindre, og prøv igen.
files-refused-broken = Billedet kan ikke læses. Filen er måske gået i stykker. Åbn den, gem den på ny, og prøv igen.
files-full = Der er ikke plads til flere filer i dette forløb. Fjern nogle, der ikke bruges, eller spørg kommunen.
files-full-title = Der er fyldt op
files-again = Der skete noget andet med den samme fil lige nu. Gå tilbage, og prøv igen.
files-again-title = Prøv igen

done-file-added = Filen er lagt op.
done-file-replaced = Den nye udgave er lagt op.
done-file-described = Teksten er rettet.
done-file-removed = Filen er fjernet.
done-cover-chosen = Billedet er nu forløbets billede.
done-cover-removed = Forløbet har ikke længere dette billede.

files-closed-thing = et lukket punkt
record-file-closed = En fil, der hører til noget lukket
record-file-unseen = Du kan ikke se det, filen hører til.
verb-files-add = { $who } lagde en fil op: { $title }
verb-files-replace = { $who } lagde en ny udgave op af { $title }
verb-files-describe = { $who } rettede teksten til { $title }
verb-files-remove = { $who } fjernede filen { $title }. Grunden: { $reason }
verb-files-cover = { $shown ->
    [yes] { $who } valgte forløbets billede: { $title }
   *[no] { $who } tog forløbets billede væk: { $title }
}

personal-file-version = Filer, du har lagt op
