package za.lexohub.messages.practice;

import za.lexohub.messages.numbering.NumberSeries;

/**
 * How the numbers of one series are printed.
 *
 * @param pattern with {@code YYYY}, {@code YY}, {@code NNNN}, {@code NNN}, {@code NN}, {@code BAR}
 */
public record NumberFormat(NumberSeries series, String pattern) {}
