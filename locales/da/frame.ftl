frame-tab = Ramme
frame-title = Rammen
frame-lead = Det her er banen. Den viser, hvad der ligger fast, og hvad I sammen kan ændre.
frame-empty-title = Rammen er ikke skrevet endnu
frame-empty = Rammen siger, hvad opgaven er, hvad der ligger fast, hvad der er åbent, og hvornår der bliver svaret. Uden den ved ingen, hvad de kan være med til at bestemme.
frame-write = Skriv rammen
frame-rewrite = Skriv en ny udgave
frame-version = Udgave { $version } · { $date }
frame-versions = Alle udgaver
frame-compare = Se, hvad der er ændret fra udgave { $from } til { $to }
frame-compare-title = Hvad er ændret?
frame-compare-lead = Fra udgave { $from } til udgave { $to }
frame-nothing-changed = De to udgaver er ens.
frame-change-note = Hvorfor er den ændret?
frame-change-note-hint = Skriv det, så de andre kan forstå det. Det står øverst i sammenligningen, og alle på holdet får besked.
frame-one-sentence = Rammen i én sætning
frame-deleted = slettet:
frame-added = tilføjet:
frame-hours = Timer
frame-hours-met = heraf { $hours } på møder
frame-money = Penge
frame-read-title = Hvem har læst rammen?
frame-read-count = { $read } af { $all } har læst udgave { $version }
frame-has-read = Har læst
frame-has-not-read = Har ikke læst endnu
frame-acknowledge = Jeg har læst rammen
frame-acknowledge-explained = Når du trykker, ser de andre, at du kender rammen. Du siger ikke ja til alt, hvad der står.
frame-you-read = Du har læst den { $date }.
frame-saving = Gem udgave { $version }
frame-fact-none = Ikke skrevet endnu
frame-fact-read = { $read } af { $all } har læst
frame-fact-version = Udgave { $version }
frame-todo-write = Skriv rammen
frame-todo-write-detail = Hvad er opgaven, hvad ligger fast, og hvad er åbent? Det tager cirka en halv time.
frame-todo-read = Læs rammen
frame-todo-read-again = Læs den nye ramme
frame-todo-read-detail = Den tager fem minutter. Bagefter siger du til, at du har læst den.
frame-todo-read-button = Læs
frame-card-title = Rammen kort
frame-card-more = Læs hele rammen
frame-mine-read = Læs rammen for { $space }
frame-facilitator = Facilitator
frame-changed-meanwhile = Nogen gemte udgave { $version }, mens du skrev. Din tekst er her stadig. Se deres udgave først, og gem så din.
frame-answer-in-past = Svarfristen { $date } er overskredet, før den er skrevet. Vælg en dag i fremtiden.
done-frame-written = Rammen er gemt. Alle på holdet bliver bedt om at læse den.
done-frame-read = Tak. Nu kan de andre se, at du har læst rammen.
verb-frame-write = { $who } skrev rammen, udgave { $version }
verb-frame-acknowledge = { $who } har læst rammen, udgave { $version }
mail-frame-subject = { $space }: læs rammen
mail-frame-body = Der er en { $version ->
    [1] ramme
   *[other] ny udgave af rammen
 } for »{ $space }«:

    { $sentence }

    Læs den, og sig til, når du har læst den. Det tager cirka fem minutter.
mail-frame-action = Læs rammen

glance-read = Ramme læst
glance-read-defined = Hvor mange der ikke har bekræftet, at de har læst den nyeste udgave af rammen. Vi spørger formand, medlemmer, politikere og dem, der svarer for { -council-the }.
glance-read-some = { $missing } af { $all } mangler
glance-read-all = Alle har læst
glance-hours = Timer
glance-hours-defined = Timer, der er meldt som brugt på aftaler, og holdets timer på afholdte møder (mødets længde gange de fremmødte fra holdet), ud af de timer, rammen lover.
glance-hours-of = { $used } af { $hours }
glance-hours-used = { $used } brugt
glance-money = Penge
glance-money-defined = Penge, der er meldt som brugt på aftaler, ud af de penge, rammen lover.
glance-money-of = { $used } af { $money } kr.
glance-money-used = { $used } kr. brugt

frame-line-answer = Svar senest { $date }
frame-parts = Pladser og mødeplan
frame-parts-explained = De står her, som de er lige nu, og bliver en del af den udgave, I gemmer. Ret dem under Pladser og Møder.
frame-part-changed = Ændret
frame-todo-changed = Ændret siden rammen: { $what }
frame-todo-changed-detail = Udgave { $version } af rammen siger noget andet. Skriv en ny udgave, så alle kan se ændringen og læse den igen.
frame-change-note-parts = Ændret: { $what }.
frame-since-you-read = Se, hvad der er ændret, siden du læste udgave { $version }
