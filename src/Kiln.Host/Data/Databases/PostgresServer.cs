using System.Net.Sockets;
using Kiln.Contracts;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;
using Npgsql;

namespace Kiln.Host.Data.Databases;

/// <summary>
/// A connection to PostgreSQL that can only read, answers in time or is given up, and of whose connection string nothing is ever shown: not
/// even the server's name, which Npgsql's own messages have.
/// </summary>
static class PostgresServer
{
    const int ConnectSeconds = 15;
    const int CommandSeconds = 300;

    // Without this Npgsql cuts a text at each semicolon; sent whole, the server itself refuses more than one statement.
    static PostgresServer() => AppContext.SetSwitch("Npgsql.EnableSqlRewriting", false);

    /// <exception cref="BuildException">There is no such server, or it does not let us in.</exception>
    public static NpgsqlConnection Connect(Dataset dataset)
    {
        var text = Environment.GetEnvironmentVariable(dataset.Connection);
        if (string.IsNullOrWhiteSpace(text))
            throw Unreachable(dataset, $"the environment variable '{dataset.Connection}' is not set; set it to the connection string before the build");
        var settings = Settings(dataset, text);
        var connection = new NpgsqlConnection();
        try
        {
            connection.ConnectionString = settings.ConnectionString;
            connection.Open();
            Begin(connection, settings.CommandTimeout);
            return connection;
        }
        catch (Exception e)
        {
            // Whatever it is: what Npgsql says of it may hold a part of the connection string.
            connection.Dispose();
            throw IsOfServer(e)
                ? Unreachable(dataset, $"{Reason(e, settings.Timeout)}; correct '{dataset.Connection}', or start the server")
                : NoConnectionString(dataset);
        }
    }

    public static bool IsOfServer(Exception e) => e is NpgsqlException or TimeoutException or SocketException or IOException;

    public static BuildException Unreachable(Dataset dataset, string what) => new(ItemLocation.Say(dataset, Ids.ServerUnreachable,
        $"the rows of dataset '{dataset.Name}' cannot be read: {what}"));

    public static bool IsTimeout(Exception e) => e is TimeoutException or NpgsqlException { InnerException: TimeoutException } or PostgresException { SqlState: PostgresErrorCodes.QueryCanceled };

    static string Reason(Exception e, int seconds) => e switch
    {
        _ when IsTimeout(e) => $"the server does not answer within {seconds} s",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => "the server refuses the user or the password",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "the server has no such database",
        PostgresException refused => $"the server refuses the connection (SQLSTATE {refused.SqlState})",
        _ when (e as SocketException ?? e.InnerException as SocketException) is { } socket => $"there is no connection to the server ({socket.SocketErrorCode})",
        _ => "the server does not answer as PostgreSQL does",
    };

    static NpgsqlConnectionStringBuilder Settings(Dataset dataset, string text)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(PostgresAddress.Translate(text)) { Pooling = false, ApplicationName = "Kiln" };
            if (settings.Timeout == 0)
                settings.Timeout = ConnectSeconds;
            if (settings.CommandTimeout == 0 || !text.Contains("command timeout", StringComparison.OrdinalIgnoreCase))
                settings.CommandTimeout = CommandSeconds;
            return settings;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException or OverflowException)
        {
            throw NoConnectionString(dataset);
        }
    }

    static BuildException NoConnectionString(Dataset dataset) => Unreachable(dataset,
        $"the environment variable '{dataset.Connection}' is no connection string; write Host=…;Database=…;Username=…;Password=… or postgresql://…");

    /// <summary>Rows as of one moment, read only, in one order, and instants in UTC. A superuser's rights end here: he may read files of the server.</summary>
    static void Begin(NpgsqlConnection connection, int seconds)
    {
        Execute(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        foreach (var setting in new[]
        {
            $"statement_timeout = {seconds * 1000L}", "TimeZone = 'UTC'", "DateStyle = 'ISO'", "extra_float_digits = 1", "synchronize_seqscans = off", "max_parallel_workers_per_gather = 0",
        })
            Execute(connection, $"SET LOCAL {setting}");
        // The role is there since PostgreSQL 14.
        using var isSuperuser = new NpgsqlCommand(
            "SELECT rolsuper AND EXISTS (SELECT FROM pg_roles WHERE rolname = 'pg_read_all_data') FROM pg_roles WHERE rolname = current_user", connection);
        if (isSuperuser.ExecuteScalar() is true)
            Execute(connection, "SET LOCAL ROLE pg_read_all_data");
    }

    static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
