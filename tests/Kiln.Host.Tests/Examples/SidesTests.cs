using Kiln.Contracts.Data;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Host.Data.Loading;
using Kiln.Host.Examples;
using Kiln.Host.Requests;

namespace Kiln.Host.Tests.Examples;

/// <summary>Whatever happens to the files, no row that was held out trains a model later, and no other way round.</summary>
public sealed class SidesTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("kiln sides ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<int, bool> Cases => [.. Enumerable.Range(0, 20).SelectMany(seed => new[] { (seed, true), (seed, false) })];

    /// <param name="seed">Of the rows and of what happens to them.</param>
    /// <param name="withId">Whether a column names the rows; without one, equal rows occur.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public void No_row_changes_its_side(int seed, bool withId)
    {
        var random = new Random(seed);
        var (files, header, next) = (new List<List<string>>(), "id,x,kind", 0);
        for (var file = 0; file < 3; file++)
            files.Add([.. Rows(random, 40, withId, ref next)]);
        var (before, split) = Divide(files, header, null);

        for (var step = 0; step < 6; step++)
        {
            switch (random.Next(4))
            {
                case 0:
                    var more = header.Count(c => c == ',') - 2;
                    files.Add([.. Rows(random, 30, withId, ref next).Select(row => row + string.Concat(Enumerable.Range(0, more).Select(_ => $",{random.Next(100)}")))]);
                    break;
                case 1:
                    files = [.. files.Select(rows => rows.OrderBy(_ => random.Next()).ToList()).OrderBy(_ => random.Next())];
                    break;
                case 2 when files.Count > 1:
                    files = [[.. files[0], .. files[1]], .. files.Skip(2)];
                    break;
                default:
                    header += $",more{step}";
                    files = [.. files.Select(rows => rows.Select(row => $"{row},{random.Next(100)}").ToList())];
                    break;
            }
            var (now, newSplit) = Divide(files, header, split);
            foreach (var (row, sides) in before)
            {
                Assert.True(now[row].Training >= sides.Training, $"step {step}: '{row}' trained {sides.Training} times and now {now[row].Training}");
                Assert.True(now[row].HeldOut >= sides.HeldOut, $"step {step}: '{row}' was held out {sides.HeldOut} times and now {now[row].HeldOut}");
            }
            (before, split) = (now, newSplit);
        }
    }

    static IEnumerable<string> Rows(Random random, int count, bool withId, ref int next)
    {
        var rows = new List<string>();
        for (var i = 0; i < count; i++)
            // A rare class, which is put on both sides by hand.
            rows.Add($"{(withId ? $"n{next++}" : "same")},{random.Next(12)},{(random.Next(40) == 0 ? "rare" : random.Next(2) == 0 ? "a" : "b")}");
        return rows;
    }

    /// <summary>How often each row, by its first three fields, is on either side.</summary>
    (Dictionary<string, (int Training, int HeldOut)> Sides, LockedSplit Split) Divide(List<List<string>> files, string header, LockedSplit? recorded)
    {
        foreach (var file in Directory.GetFiles(_folder))
            File.Delete(file);
        for (var i = 0; i < files.Count; i++)
            File.WriteAllLines(Path.Combine(_folder, $"{i}.csv"), files[i].Prepend(header));
        var dataset = new Dataset("d", Path.Combine(_folder, "d.schema.json"), "App.csproj", "*.csv", Directory.GetFiles(_folder, "*.csv"));
        var contract = Contract(header);
        var table = TableLoader.Load(dataset, contract, recorded?.By, _ => { });
        var shape = ShapeResolver.Resolve(new() { Name = "M", Type = "M", Dataset = "d", Label = "kind", Location = new("M.cs", 1, 1) }, contract, out _)!;
        var rows = new ModelRows(table.Merged, shape, recorded);
        var texts = table.Partitions.SelectMany(file => File.ReadLines(file.Path).Skip(1)).Select(line => string.Join(',', line.Split(',').Take(3))).ToArray();
        var sides = texts.Distinct().ToDictionary(row => row, _ => (Training: 0, HeldOut: 0));
        foreach (var row in rows.HoldOut.Training)
            sides[texts[row]] = (sides[texts[row]].Training + 1, sides[texts[row]].HeldOut);
        foreach (var row in rows.HoldOut.HeldOut)
            sides[texts[row]] = (sides[texts[row]].Training, sides[texts[row]].HeldOut + 1);
        return (sides, rows.HoldOut.Split);
    }

    static DataContract Contract(string header) => new()
    {
        Dataset = "d",
        Columns = [.. header.Split(',').Select(name => name switch
        {
            "id" => New(name, ColumnType.Text, ColumnRole.Id, []),
            "kind" => New(name, ColumnType.Category, ColumnRole.Feature, ["a", "b", "rare"]),
            _ => New(name, ColumnType.Integer, ColumnRole.Feature, []),
        })],
    };

    static Column New(string name, ColumnType type, ColumnRole role, IReadOnlyList<string> values) =>
        new() { Name = name, Property = char.ToUpperInvariant(name[0]) + name[1..], Type = type, Nullable = false, Role = role, Values = values };
}
