package za.lexohub.api.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

/** The keys of an issuer inside this application; without one they are fetched from the issuer. */
public record TokenKeys(JWKSource<SecurityContext> source) {}
