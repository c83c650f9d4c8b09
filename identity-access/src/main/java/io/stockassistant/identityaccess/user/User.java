package io.stockassistant.identityaccess.user;

/**
 * An account.
 *
 * @param id assigned by the database
 * @param username unique; what the user signs in with
 * @param email unique, in lower case
 * @param password hash of the password
 * @param roleId the role that decides what the user may do
 * @param active whether the user may sign in, and the user's API keys are accepted
 * @param mustChangePassword whether somebody else chose the password, so that the user must choose a new one
 */
public record User(
        int id,
        String username,
        String email,
        HashedPassword password,
        int roleId,
        boolean active,
        boolean mustChangePassword) {}
