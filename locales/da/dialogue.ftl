dialogue-tab = Dialog
dialogue-title = Dialogen
dialogue-lead = Her tager mennesker stilling til korte udsagn og skriver deres egne. Bagefter viser et kort, hvor meningerne ligger, og hvad der samler.
dialogue-new = Ny dialog
dialogue-new-lead = Stil ét åbent spørgsmål, og skriv mindst tre udsagn at begynde med. Gode udsagn rummer én tanke hver og trækker i forskellige retninger.
dialogue-question = Spørgsmålet
dialogue-question-hint = For eksempel: Hvad skal der til, for at det er godt at være ung her?
dialogue-description = Lidt om spørgsmålet
dialogue-description-hint = Hvad skal svarene bruges til, og hvem læser dem?
dialogue-seeds = Udsagn at begynde med
dialogue-seeds-hint = Ét på hver linje, højst 140 tegn. Skriv dem, som et menneske ville sige dem.
dialogue-seed-too-long = Linje { $line } er for lang: { $length } tegn. Der er plads til { $max }. Del den i to.
dialogue-few-seeds = { $n ->
    [one] Der er kun ét udsagn. Skriv mindst tre, så der er noget at tage stilling til.
   *[other] Der er kun { $n } udsagn. Skriv mindst tre, så der er noget at tage stilling til.
}
dialogue-save = Gem som kladde
dialogue-empty-title = Ingen dialog endnu
dialogue-empty = Når holdet har læst rammen, kan facilitatoren åbne en dialog, hvor alle kan være med.
dialogue-counts = { $participants } har været med, og der er { $votes } svar
dialogue-is-open = Dialogen er åben
dialogue-is-draft = Kladde
dialogue-is-closed = Dialogen er lukket
dialogue-have-your-say = Sig din mening
dialogue-start = Der er { $n } udsagn. Det tager cirka fem minutter, og du kan springe over og holde pause.
dialogue-go-on = Du har svaret på { $answered } af { $all } udsagn.
dialogue-all-answered = Du har svaret på alle udsagn. Du kan stadig skrive dit eget.
dialogue-continue = Fortsæt
dialogue-run = For dig, der leder dialogen
dialogue-draft-explained = Kun du og de andre, der leder forløbet, kan se kladden. Der er { $n } udsagn i den. Når du åbner dialogen, får holdet besked, og alle, der kan se forløbet, kan svare.
dialogue-open = Åbn dialogen
dialogue-close = Luk dialogen
dialogue-moderate = Se forslag til udsagn ({ $n } venter)
dialogue-fact-none = Ikke begyndt
dialogue-fact-open = I gang · { $n } har været med
dialogue-fact-closed = Lukket · { $n } var med
dialogue-todo-write = Åbn en dialog
dialogue-todo-write-detail = Spørg alle, det handler om. Du skriver spørgsmålet og de første udsagn.
dialogue-todo-write-button = Skriv en dialog
dialogue-todo-open = Åbn den dialog, du har skrevet
dialogue-todo-open-detail = Den ligger som kladde. Kun I, der leder forløbet, kan se den.
dialogue-todo-open-button = Se kladden
dialogue-todo-vote = Sig din mening om { $n } udsagn
dialogue-todo-vote-detail = Det tager cirka fem minutter. Du kan springe over.
dialogue-todo-vote-button = Start
dialogue-todo-judge = { $n ->
    [one] Ét forslag til et udsagn venter på dig
   *[other] { $n } forslag til udsagn venter på dig
}
dialogue-todo-judge-detail = Den, der har skrevet det, venter på svar.
dialogue-todo-judge-button = Se forslag
dialogue-todo-map = Se, hvor meningerne ligger
dialogue-todo-map-detail = Kortet viser grupper af mennesker, der svarer ens, og hvad alle er enige om.
dialogue-todo-map-button = Se kortet
dialogue-need-detail = Tag stilling til andres udsagn, og skriv dine egne. Det tager cirka fem minutter, og du kan springe over.
dialogue-vote-title = Sig din mening
dialogue-already-there = Det udsagn er her allerede. Du møder det selv, når du svarer.
vote-count = { $n } af { $all }
vote-agree = Enig
vote-disagree = Uenig
vote-pass = Spring over
vote-private = Ingen kan se, hvad netop du svarer.
vote-keys = Svar med tasterne 1, 2 og 3
vote-done = { $n ->
    [one] Tak, du har svaret på det udsagn, der er
   *[other] Tak, du har svaret på alle { $n } udsagn
}
vote-done-text = Kom gerne igen: Der kommer nye udsagn, så længe dialogen er åben.
vote-see-map = Se, hvor meningerne ligger
vote-tell-me = Fortæl mig, hvad der kommer ud af det
propose-title = Mangler der noget?
propose-lead = Skriv dit eget udsagn, så andre kan tage stilling til det. Facilitatoren læser det først.
propose-label = Dit udsagn
propose-hint = Én tanke, højst 140 tegn. Skriv ikke navne på mennesker.
propose-send = Send dit udsagn
map-title = Sådan ligger meningerne
map-lead = { $grouped } af { $participants } har svaret på nok udsagn til at komme med på kortet. De samler sig i { $groups } grupper, der svarer ens.
map-not-stable-title = Der er ingen tydelige grupper.
map-not-stable = Når vi regner efter med lidt færre svar, falder folk i andre grupper. Så viser vi hellere ingen grupper end nogen, der ikke holder.
map-not-stable-short = Ingen tydelige grupper
map-caption = Hver prik er et eller flere mennesker; jo større, jo flere. De, der svarer ens, ligger tæt. Akserne betyder ikke noget i sig selv.
map-svg-title = Meningskort
map-svg-description = { $participants } mennesker, placeret efter hvordan de svarer. { $groups ->
    [0] Der er ingen tydelige grupper.
   *[other] Der er { $groups } grupper.
 } Det samme står i ord og tal under kortet.
map-label-for = For
map-label-against = Imod
map-label-statement = udsagn
map-group = Gruppe
map-you = Dig
map-group-title = Gruppe { $letter } · { $n } mennesker
map-group-letter = Gruppe { $letter }
map-group-lead = Det her svarer gruppen tydeligt anderledes end de andre.
map-your-group = Her ligger du
map-group-agrees = Gruppen er enig
map-group-disagrees = Gruppen er uenig
map-consensus = Det samler
map-consensus-lead = De udsagn, som flest på tværs af alle er enige eller uenige i.
map-most-agree = De fleste er enige
map-most-disagree = De fleste er uenige
map-table = Alle { $n } udsagn med tal
map-table-caption = Svar på hvert udsagn, for alle og for hver gruppe
map-statement = Udsagn
map-all = Alle
map-cell = { $agree } % enige, { $disagree } % uenige af { $seen }
map-how = Sådan er kortet regnet ud
map-how-groups = Hvert menneske bliver et punkt ud fra sine svar. Et udsagn, man ikke har set, tæller ikke med. Grupperne findes ved at se, hvem der svarer ens. Man skal have svaret på mindst syv udsagn for at komme med i en gruppe.
map-how-stable = Vi har regnet kortet om { $runs } gange, hver gang uden en tiendedel af svarene. Ligheden mellem kortene er { $rand }, hvor 1 er helt ens (justeret Rand-indeks). Er den lav, viser vi ingen grupper.
map-how-shares = Procenter er andelen af dem, der har svaret på udsagnet, også med »spring over«. De kan give 101 tilsammen, fordi de er afrundet.
map-how-private = Kun du selv kan se, hvor du ligger. Vi viser ikke, hvem prikkerne er.
map-how-digest = Fingeraftryk af svarene, så andre kan regne efter (SHA-256):
map-empty-title = Kortet kommer, når nogle har svaret
map-empty = Kortet bliver tegnet, så snart de første svar er kommet, og det retter sig selv, mens flere svarer.
bar-agree = { $n } % enige
bar-pass = { $n } % sprang over
bar-disagree = { $n } % uenige
bar-seen = af { $n }, der svarede
moderate-title = Forslag til udsagn
moderate-lead = Lad et udsagn komme med, hvis det rummer én tanke, handler om spørgsmålet og ikke nævner private mennesker. Du skal ikke være enig i det.
moderate-empty-title = Ingen forslag venter
moderate-empty = Når nogen skriver et udsagn, får du en mail, og det står her.
moderate-accept = Tag det med
moderate-reject = Tag det ikke med
moderate-reason = Hvorfor ikke?
moderate-reason-hint = Den, der har skrevet det, får din begrundelse. Skriv den, som du selv gerne ville have den.
moderate-reject-button = Send begrundelsen
moderate-judged = Det har I svaret på
moderate-is-in = Kom med
moderate-is-out = Kom ikke med
import-title = Hent en dialog fra Polis
import-lead = Har I holdt en dialog i Polis, kan den hentes ind med alle svar. Den er lukket, men kan læses på kortet. Eksporter den i Polis, og vælg filerne her.
import-attribution = Hvor kommer den fra?
import-attribution-hint = Kilde og licens. Det står under kortet.
import-language = Hvilket sprog er udsagnene på?
language-da = Dansk
language-en = Engelsk
import-hint-votes = Filen med svarene. Den har kolonnerne timestamp, comment-id, voter-id og vote.
import-hint-comments = Filen med udsagnene. Uden den står der numre i stedet for tekst.
import-no-votes = Vælg filen votes.csv.
import-not-text = Filen er ikke en tekstfil i UTF-8. Gem den som CSV (UTF-8), og prøv igen.
import-problems = { $n ->
    [one] Der er en fejl i filerne. Den står øverst på siden.
   *[other] Der er { $n } fejl i filerne. De står øverst på siden.
}
import-problems-title = Filerne kunne ikke læses
import-problems-after = Der er ikke hentet noget ind. Ret filerne, og vælg dem igen.
import-problem-line = { $file }, linje { $line }
import-problem-column = { $file }, linje { $line }, kolonne { $column }
import-problem-unreadable = kan ikke læses; gem filen som kommasepareret tekst (CSV, UTF-8), og prøv igen
import-problem-no-column = kolonnen mangler; tilføj en kolonne med titlen { $title } i første linje
import-problem-column-twice = der er to kolonner med den titel; fjern den ene
import-problem-few-fields = linjen har { $fields } af { $columns } felter; gør linjen færdig, eller fjern den
import-problem-no-id = der er ikke noget id; udfyld det, eller fjern linjen
import-problem-no-number = der er ikke noget tal; { $remedy }
import-problem-misfit = »{ $text }« passer ikke; { $remedy }
import-problem-write-time = skriv et helt antal millisekunder
import-problem-write-vote = skriv 1 (enig), -1 (uenig) eller 0 (spring over)
import-problem-write-moderation = skriv 1 (taget med), 0 (ikke vurderet) eller -1 (ikke taget med)
import-problem-not-yes-or-no = »{ $text }« er hverken ja eller nej; skriv true eller false
import-problem-statement-twice = udsagn { $id } står der to gange; behold kun den ene linje
import-send = Hent dialogen
error-dialogue-closed-title = Dialogen er lukket
error-dialogue-closed = Man kan ikke svare nu. Du kan stadig se kortet og læse, hvad der kommer ud af det.
error-dialogue-empty-title = Der er ikke noget at svare på
error-dialogue-empty = Tag mindst ét udsagn med, før du åbner dialogen.
error-upload-too-large-title = Filen er for stor
error-upload-too-large = En fil må højst fylde 64 MB. Er jeres dialog større, så skriv til os.
done-dialogue-written = Kladden er gemt. Læs den igennem, og åbn dialogen, når den er klar.
done-dialogue-open = Dialogen er åben, og holdet har fået besked.
done-dialogue-closed = Dialogen er lukket. Kortet bliver stående.
done-statement = Tak. Dit udsagn er sendt til facilitatoren.
done-statement-in = Udsagnet er med nu.
done-statement-out = Udsagnet er ikke med, og den, der skrev det, får din begrundelse.
done-imported = Dialogen er hentet ind. Her er kortet.
verb-dialogue-write = { $who } skrev en dialog: { $title }
verb-dialogue-open = { $who } åbnede dialogen: { $title }
verb-dialogue-close = { $who } lukkede dialogen: { $title }
verb-dialogue-import = { $who } hentede en dialog ind: { $title }, { $votes } svar fra { $participants }
verb-dialogue-accept = Et nyt udsagn kom med: { $title }
verb-dialogue-reject = Et forslag til et udsagn kom ikke med
verb-dialogue-regroup = { $groups ->
    [0] Grupperne på meningskortet er ikke tydelige længere
   *[other] Meningskortet viser nu { $groups } grupper blandt { $participants }
}
mail-dialogue-open-subject = { $space }: dialogen er åben
mail-dialogue-open-body = Nu kan alle sige deres mening:

    { $question }

    Det tager cirka fem minutter. Du må gerne sende linket videre.
mail-dialogue-open-action = Sig din mening
mail-dialogue-closed-subject = { $space }: dialogen er lukket
mail-dialogue-closed-body = Dialogen »{ $question }« er lukket. På kortet kan du se, hvor meningerne ligger, og hvad der samler.
mail-dialogue-closed-action = Se kortet
mail-statement-subject = { $space }: et udsagn venter på dig
mail-statement-body = Der er kommet et forslag til et udsagn i »{ $question }«:

    { $text }
mail-statement-action = Se forslaget
mail-statement-in-subject = { $space }: dit udsagn er med
mail-statement-in-body = Dit udsagn er nu en del af dialogen, og andre kan tage stilling til det:

    { $text }
mail-statement-in-action = Se dialogen
mail-statement-out-subject = { $space }: om dit udsagn
mail-statement-out-body = Tak for dit udsagn:

    { $text }

    Det er ikke kommet med. Facilitatoren skriver:

    { $reason }

    Du er velkommen til at skrive et nyt.
mail-statement-out-action = Se dialogen
