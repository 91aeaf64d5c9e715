using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Files;
using Kiln.Host.Data.Sources;
using Kiln.Host.Data.Values;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Json;

/// <summary>
/// A file with a JSON object on each line. It is read here and not by DuckDB, which would make doubles of long numbers, take the first of two
/// equal names and know no columns of its lines. A name that a line lacks is a missing value.
/// </summary>
sealed class JsonLinesSource(string path, IReadOnlyList<JsonMember> members, long rows)
    : DataSource(path, [.. members.Where(member => member.Nested is null).Select(member => member.Name)], rows)
{
    readonly IReadOnlyList<JsonMember> _members = members;

    public override IReadOnlyList<LeftOutColumn> LeftOut { get; } =
        [.. members.Where(member => member.Nested is not null).Select(member => new LeftOutColumn(member.Name, "lists or objects", member.Nested!.Value))];

    /// <exception cref="BuildException">A line is no object; says where.</exception>
    public static JsonLinesSource Open(string path)
    {
        var (members, rows) = JsonMembers.Find(path);
        var source = new JsonLinesSource(path, members, rows);
        return rows == 0 ? throw new BuildException(FileProblems.Empty(path))
            : source.Columns.Count > 0 ? source : throw new BuildException(SourceProblems.NoColumns(path));
    }

    protected override void ReadRows(DuckEngine engine, IReadOnlyList<string> columns, Action<IRowChunk> take)
    {
        var names = Names();
        var targets = Targets(columns);
        using var lines = new JsonLineReader(Path);
        using var chunk = new TextChunk(columns.Count);
        var reader = new JsonObjectLine(Path);
        while (lines.Read())
        {
            chunk.AddRow();
            reader.Read(lines.Line, lines.Number, names, (member, value, _, _) =>
            {
                if (member < targets.Length && targets[member] >= 0)
                    chunk.Set(targets[member], value);
            });
            if (chunk.IsFull)
                Hand(chunk, take);
        }
        if (chunk.Rows > 0)
            Hand(chunk, take);
    }

    public override FieldPlace FindHeader(int column) => _members.First(member => member.Name == Columns[column]).First;

    public override IReadOnlyList<FieldPlace> Find(IReadOnlyList<(int Row, int Column)> fields, string? key)
    {
        var places = new FieldPlace[fields.Count];
        var names = Names();
        using var lines = new JsonLineReader(Path);
        var reader = new JsonObjectLine(Path);
        var row = -1;
        foreach (var index in Enumerable.Range(0, fields.Count).OrderBy(i => fields[i].Row))
        {
            while (row < fields[index].Row && lines.Read())
                row++;
            // A member that is missing is missed where its line begins.
            var at = 0;
            var wanted = names.Find(System.Text.Encoding.UTF8.GetBytes(Columns[fields[index].Column]));
            reader.Read(lines.Line, lines.Number, names, (member, _, _, offset) => at = member == wanted ? offset : at);
            places[index] = new(Path, lines.Number, JsonObjectLine.Column(lines.Line, at));
        }
        return places;
    }

    TextPool Names() => TextPool.Create(_members.Select(member => member.Name));

    /// <summary>For each member its place among the columns; -1 for none.</summary>
    int[] Targets(IReadOnlyList<string> columns)
    {
        var places = columns.Select((name, place) => (name, place)).ToDictionary(pair => pair.name, pair => pair.place);
        return [.. _members.Select(member => places.GetValueOrDefault(member.Name, -1))];
    }

    static void Hand(TextChunk chunk, Action<IRowChunk> take)
    {
        take(chunk);
        chunk.Clear();
    }
}
