using System.Text;
using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Host.Data.Engine;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Data.Databases;

/// <summary>A <c>Query</c> is one statement that reads. Each database decides that with its own parser, and may do no more than read anyway.</summary>
static class SelectStatement
{
    /// <summary>Without what ends it, so that it can stand in parentheses.</summary>
    public static string Trim(string query) => query.Trim().TrimEnd(';').TrimEnd();

    /// <summary>What stands behind FROM. The line end closes a comment.</summary>
    public static string Relation(string query) => $"({Trim(query)}\n)";

    /// <exception cref="BuildException">DuckDB reads it as something else.</exception>
    public static void ThrowIfNotOne(Dataset dataset, DuckEngine engine)
    {
        using var rows = engine.Query($"SELECT CAST(json_serialize_sql({DuckEngine.Quote(Trim(dataset.Query))}) AS VARCHAR)");
        rows.Read();
        var answer = JsonReader.Read(Encoding.UTF8.GetString(rows[0][0]));
        if (answer.Optional("error_message") is { } message)
            throw Refuse(dataset, message.Text);
        if (answer.Required("statements").AsArray().Count() != 1)
            throw Refuse(dataset, "there is more than one statement");
    }

    public static BuildException Refuse(Dataset dataset, string reason) => new(ItemLocation.Say(dataset, Ids.QueryRefused,
        $"the Query of dataset '{dataset.Name}' is refused, because it must be one SELECT over what is in the database, and nothing is written, attached or read besides it: "
        + $"{reason.Trim().TrimEnd('.')}; correct the Query"));
}
