//! What a browser is, in a few words, from what it says about itself: `Firefox på Windows`. The rest is not stored; it
//! would tell one person's browser from another's.

/// Browsers in the order they are asked for: most of them also name the ones below.
const BROWSERS: [(&str, &str); 7] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

const SYSTEMS: [(&str, &str); 7] =
    [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "Chromebook"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

/// A browser and where it runs; empty where neither is known.
#[must_use]
pub fn in_short(agent: &str) -> String {
    let find = |names: &[(&str, &'static str)]| names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name);
    // Chrome on an iPhone calls itself CriOS and names no Chrome.
    let browser = if agent.contains("CriOS/") { Some("Chrome") } else { find(&BROWSERS) };
    match (browser, find(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} · {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::in_short;

    #[test]
    fn a_browser_is_named_without_what_tells_it_from_others() {
        let agents = [
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox · Windows"),
            ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0 Safari/537.36 Edg/129.0", "Edge · Windows"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile Safari/604.1",
                "Safari · iPhone",
            ),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 CriOS/129.0 Mobile Safari/604.1", "Chrome · iPhone"),
            (
                "Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0 Mobile",
                "Samsung Internet · Android",
            ),
            ("curl/8.5", ""),
        ];
        for (agent, short) in agents {
            assert_eq!(in_short(agent), short, "{agent}");
        }
    }
}
