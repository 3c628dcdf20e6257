package za.lexohub.benchmarks.mixed;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * What is done in a practice, so often of a hundred: most of it is time, written down several times
 * a day; papers are made of many such entries.
 */
enum Act {
  LOG_TIME("log time", 86, null) {
    @Override
    String place(Book book) {
      return "/api/v1/matters/" + Book.any(book.matters) + "/time-entries";
    }

    @Override
    String body(Book book) {
      return """
      {"minutes": %d, "rate": {"amount": 250000, "currency": "ZAR"},
       "description": "Consultation with %s and perusal of the papers"}\
      """
          .formatted(6 + 6 * ThreadLocalRandom.current().nextInt(40), Book.any(book.clients));
    }
  },
  OPEN_MATTER("open matter", 2, null) {
    @Override
    String place(Book book) {
      return "/api/v1/matters";
    }

    @Override
    String body(Book book) {
      return """
      {"matterType": "Commercial litigation", "title": "%1$s v Transit Holdings",
       "description": "Breach of a carriage contract",
       "client": {"name": "%1$s", "email": "client@dlamini.example"}, "attorney": %2$s}\
      """
          .formatted(Book.any(book.clients), ATTORNEY);
    }
  },
  DRAFT_PRO_FORMA("draft pro forma", 2, null) {
    @Override
    String place(Book book) {
      return "/api/v1/pro-formas";
    }

    @Override
    String body(Book book) {
      return """
      {"kind": "DRAFT", "matterType": "Commercial litigation", "title": "%1$s v Transit Holdings",
       "narrative": "Heads of argument and appearance", "client": {"name": "%1$s"},
       "attorney": %2$s, "lines": [
         {"kind": "FEE", "description": "Heads of argument", "quantity": 10,
          "rate": {"amount": 250000, "currency": "ZAR"}},
         {"kind": "DISBURSEMENT", "description": "Travel", "quantity": 1,
          "rate": {"amount": 250000, "currency": "ZAR"}}]}\
      """
          .formatted(Book.any(book.clients), ATTORNEY);
    }

    @Override
    @Nullable Paper then(Book book, Reply reply) {
      return new Paper(book, reply.id(), QUOTED, System.nanoTime(), reply.position());
    }
  },
  SEND_PRO_FORMA("send pro forma", 2, "pro-formas") {
    @Override
    @Nullable Paper then(Paper paper, Reply reply) {
      paper.book().proFormas.add(paper.id());
      return paper.now(paper.left(), reply);
    }
  },
  ACCEPT("accept pro forma", 2, "pro-formas") {
    @Override
    @Nullable Paper then(Paper paper, Reply reply) {
      return paper.as(
          InvoiceId.forProForma(new ProFormaId(UUID.fromString(paper.id())), 1).toString(), reply);
    }
  },
  GENERATE_INVOICE("generate invoice", 1, null) {
    @Override
    String place(Book book) {
      return "/api/v1/invoices";
    }

    @Override
    String body(Book book) {
      return fixedFee(Book.any(book.matters));
    }

    @Override
    @Nullable Paper then(Book book, Reply reply) {
      return new Paper(book, reply.id(), FIXED, System.nanoTime(), reply.position());
    }
  },
  SEND_INVOICE("send invoice", 3, "invoices") {
    @Override
    String body(Paper paper) {
      return "{\"invoiceDate\": \"%s\"}".formatted(LocalDate.now(java.time.ZoneOffset.UTC));
    }

    @Override
    @Nullable Paper then(Paper paper, Reply reply) {
      paper.book().invoices.add(paper.id());
      return paper.now(paper.left(), reply);
    }
  },
  PAY("record payment", 2, "invoices") {
    @Override
    String verb() {
      return "payments";
    }

    @Override
    String body(Paper paper) {
      return """
      {"amount": {"amount": %d, "currency": "ZAR"}, "method": "EFT", "reference": "proof"}\
      """
          .formatted(part(paper));
    }

    @Override
    @Nullable Paper then(Paper paper, Reply reply) {
      long left = paper.left() - part(paper);
      return left == 0 ? null : paper.now(left, reply);
    }
  };

  private static final String ATTORNEY =
      """
      {"name": "Sipho Khumalo", "firm": "Khumalo Attorneys", "email": "sipho@khumalo.example",
       "address": "1 Fox Street, Johannesburg 2001"}\
      """;

  /** By a practice that charges no VAT. */
  private static final long QUOTED = 2_750_000;

  private static final long FIXED = 500_000;
  private static final long FIRST_PART = 200_000;

  final String said;
  final int ofHundred;
  private final @Nullable String resource;

  /**
   * @param resource of the documents that it changes; absent when it makes something new
   */
  Act(String said, int ofHundred, @Nullable String resource) {
    this.said = said;
    this.ofHundred = ofHundred;
    this.resource = resource;
  }

  static String fixedFee(String matter) {
    return """
    {"source": "FIXED_FEE", "matterId": "%s", "title": "Heads of argument",
     "narrative": "As agreed for the heads of argument",
     "lines": [{"kind": "FEE", "description": "Heads of argument", "quantity": 2,
                "rate": {"amount": 250000, "currency": "ZAR"}}]}\
    """
        .formatted(matter);
  }

  /** Two payments for each invoice. */
  private static long part(Paper paper) {
    return paper.left() == QUOTED || paper.left() == FIXED ? FIRST_PART : paper.left();
  }

  /** Whether it needs a document that is there, and its version. */
  boolean changes() {
    return resource != null;
  }

  String read(Paper paper) {
    return "/api/v1/" + resource + "/" + paper.id();
  }

  String place(Paper paper) {
    return read(paper) + "/" + verb();
  }

  String verb() {
    return name().startsWith("SEND") ? "send" : "accept";
  }

  String body(Paper paper) {
    return "{}";
  }

  String place(Book book) {
    throw new IllegalStateException(this + " changes what is there");
  }

  String body(Book book) {
    throw new IllegalStateException(this + " changes what is there");
  }

  /** What can be done with it next; absent when nothing can. */
  @Nullable Paper then(Paper paper, Reply reply) {
    return null;
  }

  /** With what it has made. */
  @Nullable Paper then(Book book, Reply reply) {
    if (this == OPEN_MATTER) {
      book.matters.add(reply.id());
    }
    return null;
  }

  /** What its documents wait for next. */
  @Nullable Act next() {
    return switch (this) {
      case DRAFT_PRO_FORMA -> SEND_PRO_FORMA;
      case SEND_PRO_FORMA -> ACCEPT;
      case ACCEPT, GENERATE_INVOICE -> SEND_INVOICE;
      case SEND_INVOICE, PAY -> PAY;
      case LOG_TIME, OPEN_MATTER -> null;
    };
  }
}
