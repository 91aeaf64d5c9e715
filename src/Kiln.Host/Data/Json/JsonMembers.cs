using Kiln.Contracts;
using Kiln.Host.Data.Sources;
using Kiln.Host.Data.Values;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Json;

/// <summary>Looks at every line once: which names the objects have, in the order in which they first come, and how many objects there are.</summary>
static class JsonMembers
{
    /// <summary>More are no columns: then the names are values, ids or dates.</summary>
    const int MostNames = 10_000;

    /// <exception cref="BuildException">A line is no object; says where.</exception>
    public static (IReadOnlyList<JsonMember> Members, long Rows) Find(string path)
    {
        var names = new TextPool();
        var members = new List<JsonMember>();
        var reader = new JsonObjectLine(path);
        var rows = 0L;
        using var lines = new JsonLineReader(path);
        while (lines.Read())
        {
            rows++;
            reader.Read(lines.Line, lines.Number, names, (member, value, isNested, offset) =>
            {
                if (member < members.Count && !(isNested && members[member].Nested is null))
                    return;
                var place = new FieldPlace(path, lines.Number, JsonObjectLine.Column(lines.Line, offset));
                if (member == members.Count)
                    members.Add(new(names.Text(member), place, null));
                if (isNested)
                    members[member] = members[member] with { Nested = place };
            });
            if (members.Count > MostNames)
                throw new BuildException(path, lines.Number, 1, Ids.DataUnreadable,
                    $"the objects have more than {MostNames} different names, so the names are values and no columns; write them as values of one member");
        }
        return (members, rows);
    }
}
