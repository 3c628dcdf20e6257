package za.lexohub.benchmarks;

/** Something that can be measured by its name. */
interface Benchmark {

  /** One line for a person who chooses: what is compared, and the options with their defaults. */
  String help();

  /** Measures, and writes what it found into the report. */
  void run(Options options, Report report) throws Exception;
}
