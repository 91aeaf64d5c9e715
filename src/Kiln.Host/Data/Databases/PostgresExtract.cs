using System.Text;
using Kiln.Host.Data.Sources;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Requests;
using Npgsql;

namespace Kiln.Host.Data.Databases;

/// <summary>
/// Takes the rows of a table or query of PostgreSQL into a file of this build, so that all that looks at them sees the same ones, and the server
/// is asked once. They stream: no more than a buffer of them is in memory.
/// </summary>
static class PostgresExtract
{
    /// <param name="file">The file that is written, as CSV; in its place there is never half of one.</param>
    /// <returns>Warnings about columns that are left out.</returns>
    /// <exception cref="BuildException">The server, the table or the query is not what it should be.</exception>
    public static IReadOnlyList<Diagnostic> Take(Dataset dataset, string file)
    {
        using var connection = PostgresServer.Connect(dataset);
        try
        {
            var relation = dataset.Query.Length > 0 ? SelectStatement.Relation(dataset.Query) : Table(dataset, connection);
            var columns = PostgresColumns.Describe(connection, relation);
            var name = dataset.Files[0];
            if (columns.Texts.Count == 0)
                throw new BuildException(SourceProblems.NoColumns(name));
            Write(connection, columns.Copy(relation), file);
            return [.. LeftOutColumns.Describe(columns.LeftOut.Select(column => new LeftOutColumn(column.Name, $"values of the type {column.Type}", new(name, 0, 0))))];
        }
        catch (Exception e) when (PostgresServer.IsTimeout(e))
        {
            throw PostgresServer.Unreachable(dataset,
                $"the server does not give them in time; ask for fewer rows, or write a longer \"Command Timeout\" (in seconds) into '{dataset.Connection}'");
        }
        catch (PostgresException e) when (dataset.Query.Length > 0)
        {
            throw SelectStatement.Refuse(dataset, e.MessageText);
        }
        catch (PostgresException e)
        {
            throw PostgresServer.Unreachable(dataset, $"the server refuses it ({e.MessageText}); give the user of '{dataset.Connection}' the right to read '{dataset.Table}'");
        }
        catch (Exception e) when (PostgresServer.IsOfServer(e))
        {
            throw PostgresServer.Unreachable(dataset, "the connection broke before the last row; build again");
        }
    }

    static void Write(NpgsqlConnection connection, string copy, string file) => AtomicFile.Create(file, written =>
    {
        using var rows = connection.BeginTextExport(copy);
        using var writer = new StreamWriter(written, append: false, new UTF8Encoding(false), 1 << 16);
        var buffer = new char[1 << 14];
        while (rows.Read(buffer) is > 0 and var read)
            writer.Write(buffer.AsSpan(0, read));
    });

    /// <summary>A table or view, with its schema where it is not the public one.</summary>
    static string Table(Dataset dataset, NpgsqlConnection connection)
    {
        var tables = new List<string>();
        using var command = new NpgsqlCommand(
            "SELECT n.nspname, c.relname, format('%I.%I', n.nspname, c.relname) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace "
            + "WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ORDER BY 1, 2", connection);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var (schema, name) = (rows.GetString(0), rows.GetString(1));
            if (dataset.Table == name && schema == "public" || dataset.Table == $"{schema}.{name}")
                return rows.GetString(2);
            tables.Add(schema == "public" ? name : $"{schema}.{name}");
        }
        throw DatabaseProblems.NoTable(dataset, tables);
    }
}
