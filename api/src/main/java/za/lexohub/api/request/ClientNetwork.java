package za.lexohub.api.request;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The caller's network, shortened so that it names no person. */
public final class ClientNetwork {
  private static final String UNKNOWN = "unknown";

  /** Anything else with dots might be taken for a name and looked up. */
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|\\d{1,2})([.](?!$)|$)){4}");

  /** {@code 203.0.113.0/24} or {@code 2001:db8:1::/48}; {@code unknown} when it is no address. */
  public static String shortened(@Nullable String address) {
    return prefix(address, 24, 48);
  }

  /** What one customer line usually holds: the whole IPv4 address, the /64 of an IPv6 one. */
  public static String subscriber(@Nullable String address) {
    return prefix(address, 32, 64);
  }

  /** Whether it is an IPv4 or IPv6 address, written out; nothing is looked up. */
  static boolean isAddress(@Nullable String text) {
    return text != null
        && (IPV4.matcher(text).matches() || text.contains(":"))
        && !prefix(text, 32, 64).equals(UNKNOWN);
  }

  private static String prefix(@Nullable String address, int v4Bits, int v6Bits) {
    if (address == null || !address.matches("[0-9a-fA-F.:]+(%\\w+)?")) {
      return UNKNOWN;
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      int bits = parsed instanceof Inet4Address ? v4Bits : v6Bits;
      byte[] bytes = parsed.getAddress();
      Arrays.fill(bytes, bits / 8, bytes.length, (byte) 0);
      return InetAddress.getByAddress(bytes).getHostAddress() + "/" + bits;
    } catch (UnknownHostException e) {
      return UNKNOWN;
    }
  }

  private ClientNetwork() {}
}
