using System.Runtime.InteropServices;
using System.Text;
using DuckDB.NET.Native;
using Kiln.Contracts;
using Kiln.Host.Diagnostics;
using Kiln.Host.Natives;

namespace Kiln.Host.Data.Engine;

/// <summary>
/// DuckDB, in this process and in memory, through its C interface: its vectors are read where they are,
/// so that no value is boxed or copied to be looked at.
/// </summary>
sealed class DuckEngine : IDisposable
{
    // Nothing may be fetched from the network during a build, and rows come in the file's order, whatever the number of threads.
    static readonly string[] Settings =
    [
        "SET autoinstall_known_extensions = false",
        "SET autoload_known_extensions = false",
        "SET preserve_insertion_order = true",
        "SET streaming_buffer_size = '64MB'",
    ];

    // For SQL that people wrote: it sees no file and changes no setting.
    static readonly string[] Locks = ["SET enable_external_access = false", "SET lock_configuration = true"];

    // Chance alone asks so often once in 10^8 failures.
    const int MostAsked = 8;

    readonly DuckDBDatabase _database;
    readonly DuckDBNativeConnection _connection;

    static DuckEngine() => NativeResolver.Use(typeof(NativeMethods).Assembly);

    DuckEngine(DuckDBDatabase database, DuckDBNativeConnection connection) => (_database, _connection) = (database, connection);

    /// <exception cref="BuildException">The native library is not there for this machine.</exception>
    public static DuckEngine Open()
    {
        try
        {
            if (NativeMethods.Startup.DuckDBOpen(":memory:", out var database) != DuckDBState.Success
                || NativeMethods.Startup.DuckDBConnect(database, out var connection) != DuckDBState.Success)
                throw new EngineException("the data engine does not start");
            var engine = new DuckEngine(database, connection);
            foreach (var setting in Settings)
                engine.Execute(setting);
            engine.UseUtc();
            return engine;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            throw Missing("DuckDB", e);
        }
    }

    /// <summary>An instant reads the same in every time zone. A DuckDB of the machine's own may lack the part that knows time zones, and then it does anyway.</summary>
    void UseUtc()
    {
        try
        {
            Execute("SET TimeZone = 'UTC'");
        }
        catch (EngineException)
        {
        }
    }

    /// <summary>One that reads no file, whatever it is asked.</summary>
    public static DuckEngine OpenLocked()
    {
        var engine = Open();
        foreach (var setting in Locks)
            engine.Query(setting).Dispose();
        return engine;
    }

    /// <summary>The loader's words are a list of all places it looked at; their first sentence is enough.</summary>
    public static BuildException Missing(string library, Exception reason)
    {
        var words = reason.Message.Split([". ", "\n"], StringSplitOptions.None)[0].TrimEnd('.');
        return new("Kiln.Host", 0, 0, Ids.NativeLibraryMissing,
            $"{library}, which reads the data, cannot be loaded on {RuntimeInformation.RuntimeIdentifier} ({words}); "
            + $"restore Kiln's packages again, build on Windows, macOS or Linux with glibc, or install {library} and set KilnNativePath to its folder");
    }

    /// <summary>Runs a statement whose columns are all text; its rows are read as they are made.</summary>
    /// <exception cref="EngineException">DuckDB refuses it.</exception>
    public RowStream Query(string sql) => Run(sql, error => Cause(error, sql));

    RowStream Run(string sql, Func<string, string> cause)
    {
        var prepared = NativeMethods.PreparedStatements.DuckDBPrepare(_connection, sql, out var statement);
        using (statement)
        {
            if (prepared != DuckDBState.Success)
                throw new EngineException(NativeMethods.PreparedStatements.DuckDBPrepareError(statement));
            var state = NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(statement, out var result);
            var rows = new RowStream(result, cause);
            if (state == DuckDBState.Success)
                return rows;
            using (rows)
                throw new EngineException(rows.Error is { } error ? cause(error) : "the data engine failed without saying why");
        }
    }

    /// <summary>
    /// What broke a statement. The thread that fails interrupts the others (Executor::PushError), and once in a dozen times
    /// it is their "Interrupted!" that is handed out instead of the reason; then the statement is asked again.
    /// </summary>
    string Cause(string error, string sql)
    {
        for (var times = 0; times < MostAsked && error.StartsWith("INTERRUPT", StringComparison.Ordinal); times++)
            error = ErrorOf(sql) ?? error;
        return error;
    }

    string? ErrorOf(string sql)
    {
        try
        {
            Drain(Run(sql, error => error));
            return null;
        }
        catch (EngineException e)
        {
            return e.Message;
        }
    }

    /// <summary>Runs a statement whose rows do not matter.</summary>
    /// <exception cref="EngineException">DuckDB refuses it.</exception>
    public void Execute(string sql) => Drain(Query(sql));

    static void Drain(RowStream stream)
    {
        using var rows = stream;
        while (rows.Read())
        {
        }
    }

    /// <exception cref="EngineException">There is no such table.</exception>
    public RowAppender Append(string table) =>
        NativeMethods.Appender.DuckDBAppenderCreate(_connection, null, table, out var appender) == DuckDBState.Success
            ? new(appender)
            : throw new EngineException($"the data engine has no table {table}");

    /// <summary>A text as SQL writes it.</summary>
    public static string Quote(string text) => "'" + text.Replace("'", "''") + "'";

    /// <summary>A name as SQL writes it.</summary>
    public static string QuoteName(string name) => "\"" + name.Replace("\"", "\"\"") + "\"";

    /// <summary>A file's path as a text of SQL. To DuckDB a path is a pattern: a bracket or star in a folder's name must mean itself.</summary>
    public static string QuoteFile(string file)
    {
        var path = new StringBuilder();
        foreach (var c in file)
            _ = c is '*' or '?' or '[' ? path.Append('[').Append(c).Append(']') : path.Append(c);
        return Quote(path.ToString());
    }

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }
}
