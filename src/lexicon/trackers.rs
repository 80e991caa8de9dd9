//! Trackers: images that count readers rather than show them something.

use super::list::list;

/// Hosts that serve nothing else, with their subdomains.
pub(crate) const TRACKER_HOSTS: &[&str] = list!(
    "2o7.net|adnxs.com|adsrvr.org|amazon-adsystem.com|analytics.twitter.com|\
     analytics.yahoo.com|scorecardresearch.com|bat.bing.com|bidswitch.net|casalemedia.com|\
     chartbeat.net|criteo.com|demdex.net|doubleclick.net|everesttech.net|exelator.com|\
     google-analytics.com|googleadservices.com|googlesyndication.com|googletagmanager.com|\
     hotjar.com|imrworldwide.com|krxd.net|list-manage.com|matomo.cloud|mc.yandex.ru|\
     moatads.com|newrelic.com|omtrdc.net|outbrain.com|parsely.com|pixel.wp.com|\
     quantserve.com|rlcdn.com|rubiconproject.com|segment.io|stats.wp.com|statcounter.com|\
     taboola.com|tapad.com|vgwort.de|xiti.com"
);

/// Regular expressions for the host and path of trackers on other hosts.
pub(crate) const TRACKER_PATHS: &[&str] = &[
    r"^www\.facebook\.com/tr\b",
    r"^px\.ads\.linkedin\.com/",
    r"^ct\.pinterest\.com/",
    r"^t\.co/i/adsct",
    r"/(?:matomo|piwik)\.php$",
    r"/(?:__utm|pixel|beacon|1x1|spacer|clear|trans)\.gif$",
    r"/(?:pixel|beacon|open|track)/[^/]{16,}$",
];
