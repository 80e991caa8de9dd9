//! The command line's contract: formats, exit statuses, and the batch filter.
#![cfg(feature = "cli")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const PAGE: &str = "<title>Tea</title><main><h1>Tea</h1><p>Green tea is steeped at eighty degrees, for two or three \
                    minutes, or it turns <a href='/bitter'>bitter</a>.</p></main>";

fn recto(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_recto"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // A program that refuses its arguments never reads.
    let _ = stdin.write_all(input);
    drop(stdin);
    child.wait_with_output().unwrap()
}

#[track_caller]
fn check(args: &[&str], input: &[u8], status: i32, stdout: &str) {
    let output = recto(args, input);
    assert_eq!(output.status.code(), Some(status));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), stdout);
    let messages = String::from_utf8(output.stderr).unwrap();
    match status {
        0 => assert_eq!(messages, ""),
        _ => assert_eq!(messages.lines().count(), 1, "{messages}"),
    }
}

const TEXT: &str = "Green tea is steeped at eighty degrees, for two or three minutes, or it turns bitter.\n";
const URL: [&str; 2] = ["--url", "https://example.com/tea"];

#[test]
fn formats() {
    let link = "[bitter](https://example.com/bitter)";
    check(&URL, PAGE.as_bytes(), 0, &TEXT.replace("bitter", link));
    check(&["--format", "text", "-"], PAGE.as_bytes(), 0, TEXT);
    let html = recto(&[&URL[..], &["--format", "html"]].concat(), PAGE.as_bytes());
    assert!(String::from_utf8(html.stdout).unwrap().starts_with("<p>Green tea"));
    let json = recto(&["--format", "json"], PAGE.as_bytes());
    let article: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(article["title"], "Tea");
    assert_eq!(article["byline"], Value::Null);
}

#[test]
fn the_trace_has_a_line_for_every_block() {
    let output = recto(&["--format", "trace"], format!("{PAGE}<nav><a href=/>Home</a></nav>").as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let trace = String::from_utf8(output.stdout).unwrap();
    let line =
        |text: &str| trace.lines().find(|line| line.ends_with(text)).unwrap_or_else(|| panic!("{text}: {trace}"));
    let kept: Vec<_> = line("or it turns bitter.").split('\t').collect();
    assert_eq!((kept[0], kept[1], kept[2], kept[6]), ("select", "kept", "1", "<p>"));
    assert!((0.0..=1.0).contains(&kept[3].parse::<f64>().unwrap()));
    assert_eq!(line("Home").split('\t').take(3).collect::<Vec<_>>(), ["select", "dropped", "2"]);
    check(&["--format", "trace"], b"<p>", 1, "");
}

#[test]
fn the_whole_page_is_kept_if_wanted() {
    let page = format!("{PAGE}<nav><a href=/>Home</a></nav>");
    check(&["--format", "text"], page.as_bytes(), 0, TEXT);
    check(&["--format", "text", "--whole-page"], page.as_bytes(), 0, &format!("{TEXT}\nHome\n"));
}

#[test]
fn limits() {
    let page = format!("{}{PAGE}", "<div>".repeat(20));
    check(&["--max-bytes", "100"], page.as_bytes(), 2, "");
    check(&["--max-nodes", "10"], page.as_bytes(), 2, "");
    check(&["--max-depth", "10", "--max-flattened", "5"], page.as_bytes(), 2, "");
    check(&["--max-attributes", "0"], page.as_bytes(), 2, "");
    check(&["--max-bytes", "many"], page.as_bytes(), 2, "");
    check(&["--max-depth", "30", "--format", "text"], page.as_bytes(), 0, TEXT);
    let line = serde_json::json!({"id": 1, "html": page}).to_string();
    let output = recto(&["batch", "--max-bytes", "100"], line.as_bytes());
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(answer["error"].as_str().unwrap().starts_with("TooLarge: "), "{answer}");
}

#[test]
fn encodings() {
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(PAGE.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    check(&["--format", "text"], &utf16, 0, TEXT);
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(PAGE.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    check(&["--format", "text"], &utf16, 0, TEXT);
}

#[test]
fn failures() {
    check(&[], b"", 1, "");
    check(&[], b"<nav><a href=/>Home</a></nav>", 1, "");
    check(&[], b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4", 2, "");
    check(&["/no/such/file"], b"", 2, "");
    check(&["--format", "pdf"], PAGE.as_bytes(), 2, "");
    check(&["--no-such-option"], PAGE.as_bytes(), 2, "");
    check(&["--url", "not an address"], PAGE.as_bytes(), 2, "");
}

#[test]
fn batch_answers_every_line_in_order() {
    let mut input = String::new();
    for id in 0..100 {
        input += &format!("{}\n", serde_json::json!({"id": id, "html": PAGE, "url": "https://example.com/"}));
    }
    input += "not json\n\n{\"id\": \"x\"}\n{\"id\": \"empty\", \"html\": \"\"}\n";
    for jobs in ["1", "4"] {
        let output = recto(&["batch", "--jobs", jobs], input.as_bytes());
        assert_eq!(output.status.code(), Some(0));
        let lines: Vec<Value> =
            String::from_utf8(output.stdout).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        assert_eq!(lines.len(), 103);
        for (id, line) in lines.iter().take(100).enumerate() {
            assert_eq!(line["id"], id);
            assert_eq!(line["text"], TEXT.trim_end());
        }
        assert_eq!(lines[100]["id"], Value::Null);
        assert_eq!(lines[101]["id"], "x");
        assert_eq!(
            lines[102],
            serde_json::json!({"id": "empty", "error": "NoContent: no main content was found on this page"})
        );
        assert!(lines[100..].iter().all(|line| line["error"].is_string()));
    }
}

#[test]
fn leaves_out_what_is_not_wanted() {
    let page = "<title>Tea</title><main><p>Green tea is steeped at eighty degrees, for two or three minutes, or it \
                turns <a href='/bitter'>bitter</a>.</p><figure><img src='/tea.jpg'></figure>\
                <iframe src='https://player.vimeo.com/video/1'></iframe></main>";
    let markdown = |flags: &[&str]| {
        let output = recto(&[&URL[..], flags].concat(), page.as_bytes());
        String::from_utf8(output.stdout).unwrap()
    };
    let parts = [
        "](https://example.com/bitter)",
        "![](https://example.com/tea.jpg)",
        "[Vimeo · vimeo.com](https://vimeo.com/1)",
    ];
    for (left_out, flag) in [None, Some("--no-links"), Some("--no-images"), Some("--no-embeds")].into_iter().enumerate()
    {
        let markdown = markdown(flag.as_slice());
        assert!(markdown.contains("bitter"), "{markdown}");
        for (number, part) in parts.iter().enumerate() {
            assert_eq!(markdown.contains(part), number + 1 != left_out, "{flag:?}: {part}\n{markdown}");
        }
    }
}
