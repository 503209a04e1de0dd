# Opskrifter: det, nye forløb begynder med.

admin-recipes = Opskrifter på forløb
admin-recipes-hint = Se, lav og ret det, nye forløb begynder med: trin, roller, værktøjer og spørgsmål.

recipes-lead = En opskrift er det, et nyt forløb begynder med. Brug dem, der fulgte med, ret dem, eller lav jeres egne. Forløb, der er i gang, bliver ved med at se ud, som de gør.
recipes-own = Jeres egen
recipes-of-program = Fulgte med programmet
recipes-is-retired = Bruges ikke til nye forløb
recipes-is-lacking = Mangler et værktøj
recipes-version-n = Udgave { $n }
recipes-used = { $n ->
    [0] ingen forløb
    [one] ét forløb
   *[other] { $n } forløb
}
recipes-retired-text = Opskriften bliver ikke vist, når nogen laver et nyt forløb. Forløb, der er lavet med den, kører videre.
recipes-lacking-text = Opskriften bruger et værktøj, som programmet ikke har. Derfor kan man ikke lave forløb med den.

recipes-edit = Ret opskriften
recipes-copy = Lav din egen
recipes-export = Hent som fil
recipes-import = Hent en opskrift ind
recipes-more = Mere
recipes-versions = Udgaver
recipes-text = Ret som tekst
recipes-compare = Se forskellen
recipes-compare-program = Se forskellen til den, der fulgte med programmet
recipes-retire = Brug ikke længere til nye forløb
recipes-offer = Brug igen til nye forløb

recipes-preview = Sådan bliver det
recipes-preview-lead = Det her møder folk, når de laver et forløb med opskriften. Skift sprog øverst på siden for at se den på engelsk.
recipes-preview-choose = Når man vælger den
recipes-stages = Trin
recipes-tools = Værktøjer
recipes-roles = Roller
recipes-questions = Spørgsmål i rammen
recipes-shown-as = Sådan vises teksten i rammen:
recipes-no-questions = Opskriften har ingen spørgsmål.
recipes-sentence = Først skriver man rammen i én sætning. Hjælpen lyder:

recipes-edit-lead = Ret det, du vil. Du ser forskellen, før noget bliver gemt.
recipes-edit-brackets = Ord i klammer, som [{ -council-the }], er jeres egne betegnelser. De skifter af sig selv, når administratoren vælger et andet ord.
recipes-edit-used = { $n ->
    [one] Ét forløb er lavet med opskriften. Det beholder sine navne og spørgsmål.
   *[other] { $n } forløb er lavet med opskriften. De beholder deres navne og spørgsmål.
}
recipes-in-danish = dansk
recipes-in-english = engelsk
recipes-names = Navn og hjælp
recipes-name = Navn
recipes-name-da = Navn på dansk
recipes-name-en = Navn på engelsk
recipes-name-hint = Det, man vælger, når man laver et forløb. For eksempel: Landsbyråd.
recipes-name-taken = En anden opskrift hedder det samme. Find et andet navn.
recipes-description = Hvornår skal man vælge den?
recipes-description-hint = Begynd gerne med: Vælg den, når …
recipes-hint = Hjælp til rammen i én sætning
recipes-hint-hint = Giv et godt eksempel, som folk kan skrive videre på.
recipes-beginning = Sådan begynder forløbet
recipes-visibility = Hvem kan se nye forløb?
recipes-visibility-hint = Det kan stadig ændres, når forløbet bliver lavet.
recipes-stages-lead = Alle forløb har seks trin. Kald dem det, I siger til hinanden.
recipes-stage-n = Trin { $n }
recipes-roles-lead = Sæt kryds ved dem, der er brug for. Sekretæren skal være der: det er den, der laver forløbet.
recipes-role-used = { $role } er med
recipes-questions-lead = Dem svarer man på, når man skriver rammen. De bliver stillet i denne rækkefølge.
recipes-question-n = Spørgsmål { $n }
recipes-fills = Svaret hører til
recipes-must = Der skal svares
recipes-question = Spørgsmål
recipes-question-help = Hjælp til at svare
recipes-question-default = Står der fra starten
recipes-up = Flyt op
recipes-down = Flyt ned
recipes-remove = Tag spørgsmålet ud
recipes-add = Tilføj et spørgsmål
recipes-see = Se forskellen, før du gemmer

recipes-field-background = Baggrunden
recipes-field-task = Opgaven
recipes-field-fixed = Det, der ligger fast
recipes-field-open = Det, der er åbent
recipes-field-deliverable = Det, der skal afleveres
recipes-field-composition = Hvem der er med
recipes-field-timetable = Tidsplanen
recipes-field-hours = Timer (et tal)
recipes-field-money = Penge (et beløb)
recipes-field-rooms = Lokaler
recipes-field-staff = Hjælp fra kommunen
recipes-field-answer-by = Svarfristen (en dato)
recipes-field-standing-committee = { -Standing-committee-the }
recipes-field-legal-basis = Reglen bag

recipes-check = Se, før du gemmer
recipes-check-lead = Her er det, der bliver anderledes end { $against }.
recipes-check-new = Her er den nye opskrift. I har ingen i forvejen med samme nøgle.
recipes-against = { $name }, udgave { $version }
recipes-diff = Det bliver anderledes
recipes-note = Hvad har du ændret, og hvorfor?
recipes-note-hint = Én linje er nok. Den står i listen over udgaver.
recipes-save = Gem den nye udgave
recipes-take = Tag opskriften ind
recipes-on = Ret videre
recipes-changed-meanwhile = En anden har gemt en udgave imens. Forskellen ovenfor er nu til den. Gem igen, hvis det stadig er det, du vil.

recipes-versions-lead = Hver gang opskriften bliver gemt, kommer der en ny udgave. De gamle bliver liggende, og man kan gå tilbage til dem.
recipes-versions-file = Opskriften er udgave { $n }, som den fulgte med programmet. Der er ingen andre endnu.
recipes-in-force = Bruges nu
recipes-compare-before = Se, hvad udgave { $n } ændrede
recipes-compare-lead = Fra { $from } til { $to }.
recipes-go-back = Gå tilbage til: { $version }
recipes-back-note = Tilbage til: { $version }
recipes-copy-lead = Den nye opskrift begynder som { $name }. Derefter kan du rette alt i den.
recipes-copy-send = Lav opskriften
recipes-copy-note = Lavet ud fra { $name }
recipes-unreadable = Programmet kan ikke bruge den udgave af opskriften. Måske nævner den et værktøj, som ikke er her mere. Ret den nyeste udgave i stedet.
recipes-unreadable-title = Den udgave kan ikke bruges

recipes-import-lead = Opskrifter kan gives videre fra kommune til kommune. Vælg en fil, eller sæt teksten ind. Du ser, hvad den ændrer, før den bliver taget ind.
recipes-import-file = Vælg en fil
recipes-import-text = Eller sæt teksten ind
recipes-import-text-hint = Teksten begynder som regel med »key =«.
recipes-import-see = Se opskriften
recipes-import-nothing = Vælg en fil, eller sæt teksten ind nedenunder.
recipes-import-not-text = Filen er ikke en tekst. En opskrift er en fil, der ender på .toml.

recipes-text-lead = Opskriften som TOML: et navn, et lighedstegn og en værdi på hver linje. Brug formularen til det almindelige. Koder som { "{" } -council-the { "}" } bliver til det ord, I bruger.
recipes-text-label = Opskriftens tekst
recipes-to-form = Ret i formularen
recipes-line = Linje { $line }
recipes-fault-line = Linje { $line }: { $what }
recipes-fault-syntax = Linjen kan ikke læses. Se efter, om der mangler et anførselstegn, et lighedstegn eller en klamme. Læseren siger: { $message }
recipes-fault-missing = Her mangler »{ $name }«. Skriv en linje med { $name } = og en værdi.
recipes-fault-unknown = »{ $name }« kendes ikke her. Der kan stå: { $offered }.
recipes-fault-twice = »{ $name }« står her to gange. Slet den ene.
recipes-fault-wants-number = Her skal stå et helt tal uden anførselstegn.
recipes-fault-wants-yes-no = Her skal stå true eller false uden anførselstegn.
recipes-fault-wants-list = Her skal stå en liste: værdier i firkantede klammer med komma imellem.
recipes-fault-wants-text = Her skal stå en tekst i anførselstegn.
recipes-fault-wants-table = Her skal stå en gruppe af navne og værdier, som i de andre opskrifter.
recipes-fault-key = Nøglen »{ $name }« kan ikke bruges. Brug 2 til 40 små bogstaver fra a til z, tal og understreg.
recipes-fault-key-changed = Nøglen skal blive ved med at være »{ $name }«. Vil du have en ny opskrift, så brug »Lav din egen«.
recipes-fault-tool = Der er ikke noget værktøj, der hedder »{ $name }«. Der er: { $offered }.
recipes-fault-no-tools = Vælg mindst ét værktøj.
recipes-fault-visibility = »{ $name }« kan ikke bruges. Skriv en af disse: { $offered }.
recipes-fault-role = Der er ikke nogen rolle, der hedder »{ $name }«. Der er: { $offered }.
recipes-fault-no-secretary = Sekretæren mangler. Den, der laver et forløb, bliver dets sekretær.
recipes-fault-stage = Der er ikke noget trin, der hedder »{ $name }«. Der er: { $offered }.
recipes-fault-field = »{ $name }« er ikke noget, rammen har plads til. Der er: { $offered }.
recipes-fault-field-twice = To spørgsmål fylder »{ $name }«. Vælg noget andet til det ene.
recipes-fault-untranslated = Teksten mangler. Skriv den på både dansk og engelsk.
recipes-fault-long = Teksten er for lang. Højst { $n } tegn.

recipes-diff-none = Der er ingen forskel.
recipes-diff-only-text = Opskriften siger det samme. Kun måden, teksten er skrevet på, er en anden.
recipes-diff-lines = Se forskellen linje for linje
recipes-diff-old = Før:
recipes-diff-new = Nu:
recipes-for-groups = Til arbejdsgrupper
recipes-diff-group = Opskriften er nu til arbejdsgrupper.
recipes-diff-no-group = Opskriften er ikke længere til arbejdsgrupper.
recipes-diff-visibility = Nye forløb er nu: { $to } (før: { $from }).
recipes-diff-tool-new = Værktøjet { $tool } er kommet med.
recipes-diff-tool-gone = Værktøjet { $tool } er taget ud.
recipes-diff-tool-order = Værktøjerne står i en ny rækkefølge: { $tools }.
recipes-diff-role-new = Rollen »{ $role }« er kommet med.
recipes-diff-role-gone = Rollen »{ $role }« er taget ud.
recipes-diff-name = Navnet på { $lang } er nu »{ $to }« (før »{ $from }«).
recipes-diff-description = Beskrivelsen på { $lang } er nu »{ $to }« (før »{ $from }«).
recipes-diff-hint = Hjælpen til rammen på { $lang } er nu »{ $to }« (før »{ $from }«).
recipes-diff-stage = Trin { $n } hedder nu »{ $to }« på { $lang } (før »{ $from }«).
recipes-diff-role = Rollen »{ $from }« hedder nu »{ $to }« på { $lang }.
recipes-diff-question-new = Nyt spørgsmål: »{ $question }«
recipes-diff-question-gone = Spørgsmålet »{ $question }« er taget ud.
recipes-diff-question-order = Spørgsmålene kommer i en ny rækkefølge: { $questions }
recipes-diff-required = »{ $question }« skal nu besvares.
recipes-diff-optional = »{ $question }« kan nu stå tomt.
recipes-diff-question = Spørgsmålet »{ $from }« lyder nu »{ $to }« på { $lang }. (Det hører til »{ $question }«.)
recipes-diff-question-hint = Hjælpen til »{ $question }« på { $lang } lyder nu »{ $to }« (før »{ $from }«).
recipes-diff-default = Det, der står fra starten i »{ $question }«, er nyt på { $lang }.

done-recipe-copied = Opskriften er lavet. Ret den nu, så den passer.
done-recipe-saved = Den nye udgave er gemt. Nye forløb begynder med den.
done-recipe-imported = Opskriften er taget ind.
done-recipe-back = Den gamle udgave bruges igen.
done-recipe-retired = Opskriften bruges ikke længere til nye forløb.
done-recipe-offered = Opskriften bruges igen til nye forløb.

verb-recipes-copy = { $who } lavede en opskrift: { $title }
verb-recipes-write = { $who } gemte udgave { $version } af opskriften { $title }
verb-recipes-import = { $who } tog opskriften { $title } ind, udgave { $version }
verb-recipes-go-back = { $who } gik tilbage til en gammel udgave af opskriften { $title }
verb-recipes-retire = { $who } tog opskriften { $title } ud af brug
verb-recipes-offer = { $who } tog opskriften { $title } i brug igen

personal-recipe-version = Udgaver af opskrifter, du har skrevet
