// Who takes part in the year. All of them are made up; besides them come the five of the demonstration.

const citizen = (name, email, wants, why, way = 'online') => ({ name, email: email && `${email}@borger.example`, wants, why, way });

/** The kinds of seats: how many, what one should know, and which role comes with them. */
export const SEATS = {
  young: { title: 'Ung under 25 år', description: 'Du går i byen på havnen, eller du lader være, og du ved hvorfor.', seats: 3, role: 'member' },
  harbour: { title: 'Nabo til havnen', description: 'Du bor eller arbejder, hvor lyden og affaldet er om morgenen.', seats: 3, role: 'member' },
  night: { title: 'Kender nattelivet indefra', description: 'Du har stået bag en bar, i en dør eller ved et mischerpult.', seats: 2, role: 'member' },
  kin: { title: 'Forælder eller bedsteforælder', description: 'Du er den, der bliver ringet til, når bussen er kørt.', seats: 2, role: 'member' },
  council: { title: 'Fra byrådet', description: 'Udpeget af byrådet.', seats: 5, role: 'politician' },
};

/** Those who come forward; `wants` is a kind of seat, or a working group. Freja, of the demonstration, comes forward herself. */
export const CITIZENS = {
  villads: citizen('Villads Storm', 'villads.storm', 'young', 'Jeg cykler hjem langs kajen hver lørdag.'),
  naja: citizen('Naja Prip Lyng', 'naja.prip', 'young', 'Jeg drikker ikke, men jeg vil gerne danse.'),
  ejner: citizen('Ejner Bak', 'ejner.bak', 'harbour', 'Jeg har boet på havnen i 40 år.', 'paper'),
  birthe: citizen('Birthe Havgaard', 'birthe.havgaard', 'harbour', 'Jeg har røgeriet ved molen.'),
  tue: citizen('Tue Skipper Holm', 'tue.skipper', 'harbour', 'Min båd ligger under barerne.'),
  samira: citizen('Samira Vester', 'samira.vester', 'night', 'Jeg er natteravn.'),
  jonas: citizen('Jonas Bakkelund', 'jonas.bakkelund', 'night', 'Jeg har været dørmand i ni år.'),
  mille: citizen('Mille Krog', 'mille.krog', 'night', 'Jeg laver koncerter.'),
  kasper: citizen('Kasper Nattergal', 'kasper.nattergal', 'night', 'Jeg har stået bag en bar.'),
  inger: citizen('Inger Marie Toft', 'inger.marie.toft', 'kin', 'Jeg er 78 år og henter mine børnebørn, når bussen er kørt.'),
  poul: citizen('Poul Erik Rask', 'poul.erik.rask', 'kin', 'Min datter går i byen.'),
  gerda: citizen('Gerda Sommerlund', '', 'group', 'Jeg vil gerne bage til møderne.', 'phone'),
  noah: citizen('Noah Frost', 'noah.frost', 'group', 'Jeg vil være med til det om lyset.'),
  aisha: citizen('Aisha Damgaard', 'aisha.damgaard', 'group', 'Jeg vil være med til det om busser.'),
};

/** The council's other four. */
export const POLITICIANS = {
  torben: { name: 'Torben Kvist', email: 'torben.kvist@proeveby.example' },
  hanne: { name: 'Hanne Brink Olesen', email: 'hanne.brink.olesen@proeveby.example' },
  mads: { name: 'Mads Ulrik Fjord', email: 'mads.ulrik.fjord@proeveby.example' },
  signe: { name: 'Signe Holt', email: 'signe.holt@proeveby.example' },
};
