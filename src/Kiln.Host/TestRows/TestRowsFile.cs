using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.Contracts.Models;
using Kiln.Host.Data;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.TestRows;

/// <summary>Held-out rows as the generated input has them, a line of JSON for each, behind one that says whose and how many they are.</summary>
static class TestRowsFile
{
    public const string Ending = ".rows.jsonl";

    /// <summary>Of more rows those of lowest hash; which they are depends on nothing but the rows.</summary>
    public const int Most = 1000;

    public static string PathOf(string folder, ModelDefinition model) => Path.Combine(folder, ModelFileName.Format(model.Type) + Ending);

    public static string Write(ModelPlan plan, ModelRows known)
    {
        var table = known.Table;
        int[] rows = [.. known.HoldOut.HeldOut.Where(row => known.Examples.WeightOf(row) > 0).OrderBy(row => table.Keys[row]).ThenBy(row => table.RowHashes[row]).Take(Most)];
        var names = plan.Contract.Columns.Zip(MemberNames.Of(plan.Contract, "Input")).ToDictionary(pair => pair.First, pair => pair.Second);
        (string Name, TableColumn Values)[] members = [.. plan.Shape.Features.Select(column => (names[column], table[column.Name]))];
        var heading = new JsonWriter().Object(oneLine: true).Name("type").Value(plan.Definition.Type).Name("rows").Value(rows.Length).End();
        return heading + string.Concat(rows.Select(row => Line(members, row)));
    }

    static string Line((string Name, TableColumn Values)[] members, int row)
    {
        var json = new JsonWriter().Object(oneLine: true);
        foreach (var (name, values) in members.Where(member => !member.Values.IsMissing(row)))
            Write(json.Name(name), values, row);
        return json.End().ToString();
    }

    /// <summary>As the model gets it: the shortest text of a double may be read as the float beside it.</summary>
    static double Shortest(float value) => double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    static void Write(JsonWriter json, TableColumn values, int row) => _ = values switch
    {
        TextColumn texts => json.Value(texts.Texts[texts.Codes[row]]),
        DateTimeColumn dates => json.Value(dates.Values[row]!.Value.ToString("O", CultureInfo.InvariantCulture)),
        NumberColumn { Column.Type: ColumnType.Boolean } flags => json.Value(flags.Values[row] != 0),
        NumberColumn { Column.Type: ColumnType.Integer } whole => json.Value((long)whole.Values[row]),
        NumberColumn numbers => json.Value(Shortest((float)numbers.Values[row])),
        _ => throw new InvalidOperationException($"{values.GetType()} has no cells"),
    };
}
