// Who is in the house. All of them are made up; besides them come the five of the demonstration.

const borger = (name, email) => ({ name, email: `${email}@borger.example` });

/** The volunteers; each takes over some of the tasks. */
export const VOLUNTEERS = {
  ellen: borger('Ellen Margrethe Juhl', 'ellen.juhl'),
  verner: borger('Verner Bisgaard', 'verner.bisgaard'),
  rigmor: borger('Rigmor Stenholt', 'rigmor.stenholt'),
  preben: borger('Preben Lystrup', 'preben.lystrup'),
  solveig: borger('Solveig Ankersen', 'solveig.ankersen'),
  holger: borger('Holger Mikkelborg', 'holger.mikkelborg'),
  gudrun: borger('Gudrun Elkjær', 'gudrun.elkjaer'),
  mogens: borger('Mogens Tranberg', 'mogens.tranberg'),
};

/** The board beside the chair and the treasurer, who are two of the demonstration. */
export const BOARD = {
  jytte: borger('Jytte Hedemand', 'jytte.hedemand'),
  niels: borger('Niels Kongsted', 'niels.kongsted'),
};

/** What the nine employees did: task, area, how often, how long, what it needs. */
export const TASKS = `Åbne huset om morgenen;Huset;hver hverdag;15 min;;nøgle
Lukke huset og slå alarmen til;Huset;hver hverdag;20 min;;nøgle og oplæring
Tømme postkassen;Huset;hver hverdag;5 min
Sætte stole op i salen;Huset;to gange om ugen;30 min
Vande planterne;Huset;en gang om ugen;40 min
Hejse flaget;Huset;to gange om måneden;10 min
Skifte pærer;Huset;en gang om måneden;30 min
Tage imod håndværkere;Huset;en gang om måneden;60 min
Rydde sne og gruse;Huset;10 gange om året;45 min
Passe haven;Huset;en gang om ugen;2 timer
Dække kaffebordet;Køkken;hver hverdag;30 min
Brygge kaffe;Køkken;hver hverdag;20 min
Vaske op efter frokost;Køkken;hver hverdag;45 min
Lave mad til fællesspisning;Køkken;en gang om ugen;4 timer;;fødevarebevis
Bestille kaffe og varer;Køkken;hver anden uge;45 min
Holde øje med køleskabet;Køkken;en gang om ugen;15 min
Vaske viskestykker;Køkken;en gang om ugen;30 min
Gøre køkkenet rent;Køkken;en gang om ugen;90 min
Bage til onsdagskaffen;Køkken;en gang om ugen;2 timer
Tælle kassen op;Penge;en gang om ugen;30 min
Føre kassebogen;Penge;en gang om ugen;60 min
Betale regninger;Penge;to gange om måneden;45 min
Opkræve kontingent;Penge;2 gange om året;5 timer
Søge om penge til bustur;Penge;en gang om året;8 timer
Skrive ugens program;Program;en gang om ugen;60 min
Hænge plakater op;Program;en gang om ugen;20 min
Skrive til avisen;Program;en gang om måneden;60 min
Passe hjemmesiden;Program;en gang om ugen;30 min;;kende programmet
Finde foredragsholdere;Program;en gang om måneden;2 timer
Bestille bus til udflugt;Program;4 gange om året;90 min
Tage imod tilmeldinger;Program;hver hverdag;20 min
Sige velkommen til nye;Mennesker;to gange om ugen;45 min
Ringe til dem, der ikke er kommet;Mennesker;en gang om ugen;60 min
Besøge syge;Mennesker;en gang om ugen;2 timer
Holde styr på nøgler;Mennesker;en gang om måneden;20 min
Lære nye op ved maskinerne;Mennesker;en gang om måneden;2 timer;;oplæring
Fejre runde fødselsdage;Mennesker;to gange om måneden;30 min
Hjælpe med telefon og computer;Mennesker;en gang om ugen;2 timer
Holde møde med kommunen;Mennesker;en gang om måneden;90 min
Lægge vagtplan;Mennesker;hver anden uge;60 min`;
