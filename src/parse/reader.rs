//! The page as the tokenizer reads it.

use html5gum::{Readable, Reader, StringReader};

use super::filter::{DepthFilter, Interrupt};
use super::raw_text::{self, RawText};
use crate::error::Error;

/// Reads a page up to its limits, skipping scripts and style sheets.
pub(super) struct PageReader<'f, 'h> {
    filter: &'f DepthFilter,
    html: &'h str,
    /// What has been read, in bytes.
    place: usize,
    rest: StringReader<'h>,
}

impl<'f, 'h> PageReader<'f, 'h> {
    pub(super) fn new(html: &'h str, filter: &'f DepthFilter) -> Self {
        PageReader { filter, html, place: 0, rest: html.to_reader() }
    }

    /// Asked before every part that is read, so that the usual answer must cost nothing.
    #[inline(always)]
    fn check_interrupt(&mut self) -> Result<(), Error> {
        if self.filter.is_interrupted() { self.handle_interrupt() } else { Ok(()) }
    }

    #[cold]
    fn handle_interrupt(&mut self) -> Result<(), Error> {
        match self.filter.take_interrupt() {
            None => Ok(()),
            Some(Interrupt::RawText(raw_text)) => {
                self.skip(raw_text);
                Ok(())
            }
            Some(Interrupt::Limit(limit)) => Err(self.filter.error(limit)),
        }
    }

    fn skip(&mut self, raw_text: RawText) {
        let (text, rest) = raw_text.split(self.html.get(self.place..).unwrap_or_default());
        if raw_text.is_kept {
            self.filter.text_of_script(raw_text::normalised(text));
        }
        self.place += text.len();
        self.rest = rest.to_reader();
    }
}

impl Reader for PageReader<'_, '_> {
    type Error = Error;

    fn read_byte(&mut self) -> Result<Option<u8>, Error> {
        self.check_interrupt()?;
        let Ok(byte) = self.rest.read_byte();
        self.place += usize::from(byte.is_some());
        Ok(byte)
    }

    fn try_read_string(&mut self, text: &[u8], case_sensitive: bool) -> Result<bool, Error> {
        self.check_interrupt()?;
        let Ok(is_next) = self.rest.try_read_string(text, case_sensitive);
        self.place += if is_next { text.len() } else { 0 };
        Ok(is_next)
    }

    // Its needles are constants, by which the search is made once it is inlined.
    #[inline(always)]
    fn read_until<'b>(&'b mut self, needle: &[u8], char_buf: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Error> {
        self.check_interrupt()?;
        let Ok(part) = self.rest.read_until(needle, char_buf);
        self.place += part.map_or(0, <[u8]>::len);
        Ok(part)
    }
}
