package io.stockassistant.identityaccess.user;

/** A slow, salted hash for passwords. */
public interface PasswordHash {

    /** Another text each time: the salt is new. */
    HashedPassword hash(PlainPassword password);

    /** Whether the hash was made from that password; false too for a text that is no hash of this kind. */
    boolean matches(PlainPassword password, HashedPassword hash);
}
