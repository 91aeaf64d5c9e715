using System.Globalization;
using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Examples;
using Kiln.Testing;

namespace Kiln.Host.Tests.Examples;

/// <summary>
/// What is held out by hash measures a model as rows drawn by chance do, also where many rows are equal. Each set is split in 30 worlds whose
/// rows are the same but for a mark on their texts, which gives them other hashes: 30 splits by hash, and 30 by chance beside them.
/// </summary>
public class SplitAgainstChanceTests
{
    const int Worlds = 30;

    /// <summary>With this many deviations 1 honest set in 400 would be refused.</summary>
    const double Deviations = 3;

    public static TheoryData<string> Sets => [.. Texts.Keys];

    static readonly Dictionary<string, (string Label, Func<IEnumerable<string>> Lines)> Texts = new()
    {
        ["27 distinct inputs, label by chance"] = ("left", () => Read("few-distinct", "Wild")),
        ["penguins of an island and a sex"] = ("species", () => Cut("penguins", row => [row[1], row[6], row[0]])),
        ["weather of a month and the wind's strength"] = ("weather", () => Cut("seattle_weather", row => [Month(row[0]), Whole(row[4]), row[5]])),
        ["late flights of an airport"] = ("late", () => Cut("flights", row => [row[3], row[1]], delay => delay == "delay" ? "late" : Number(delay) > 15 ? "yes" : "no")),
        ["late flights of a pair of airports"] = ("late", () => Cut("flights", row => [row[3], row[4], row[1]], delay => delay == "delay" ? "late" : Number(delay) > 15 ? "yes" : "no")),
        ["delay of a pair of airports, in half hours"] = ("delay", () => Cut("flights", row => [row[3], row[4], row[1]], delay => delay == "delay" ? delay : $"{Math.Round(Number(delay) / 30)}")),
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_split_by_hash_measures_as_one_by_chance(string set)
    {
        var (label, lines) = Texts[set];
        string[] rows = [.. lines()];

        var worlds = Enumerable.Range(0, Worlds).Select(world => World(rows, label, world)).ToArray();

        var differences = worlds.Select(world => world.Hash - world.Chance).ToArray();
        var byChance = worlds.Select(world => world.Chance).Order().ToArray();
        var inside = worlds.Count(world => world.Hash >= byChance[0] && world.Hash <= byChance[^1]);
        var said = FormattableString.Invariant($"by hash {worlds.Average(world => world.Hash):0.####}, by chance {byChance.Average():0.####} ({byChance[0]:0.####} to {byChance[^1]:0.####})");
        Assert.True(Math.Abs(differences.Average()) <= Deviations * Deviation(differences) / Math.Sqrt(Worlds), said);
        // Of 30 more by chance 28 are expected inside, and fewer than 22 once in some hundred sets.
        Assert.True(inside >= 22, $"{inside} inside; {said}");
    }

    static (double Hash, double Chance) World(string[] rows, string label, int world)
    {
        using var folder = new DataFolder();
        var dataset = folder.Csv(string.Join('\n', rows.Select((row, i) => i == 0 ? row : Marked(row, world))) + "\n");
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var table = folder.Load(dataset, contract);
        var model = new ModelDefinition { Name = "M", Type = "M", Dataset = "data", Label = label, Location = new("M.cs", 1, 1), Split = SplitKind.Hash };
        var examples = ExampleSet.From(table, ShapeResolver.Resolve(model, contract, out _)!);
        var byHash = HoldOut.Divide(table, examples, null);

        int[] shuffled = [.. byHash.Training, .. byHash.HeldOut];
        new Random(world).Shuffle(shuffled);
        var (heldOut, training) = (shuffled[..byHash.HeldOut.Length], shuffled[byHash.HeldOut.Length..]);
        return (new FrequencyModel(examples, byHash.Training).Measure(byHash.HeldOut), new FrequencyModel(examples, training).Measure(heldOut));
    }

    /// <summary>The first field with the world's number behind it.</summary>
    static string Marked(string row, int world) => row.IndexOf(',') is var end ? $"{row[..end]} {world}{row[end..]}" : row;

    static IEnumerable<string> Cut(string file, Func<string[], string[]> columns, Func<string, string>? label = null) => Read(file)
        .Select(line => columns(line.Replace("\"", "").Split(',')))
        .Select(row => string.Join(',', [.. row[..^1], (label ?? (text => text))(row[^1])]));

    static IEnumerable<string> Read(string file, string folder = "Files") => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", folder, file + ".csv")).Where(line => line.Length > 0);

    static string Month(string date) => date == "date" ? "month" : "m" + date[5..7];

    static string Whole(string number) => number == "wind" ? number : Math.Round(Number(number)).ToString(CultureInfo.InvariantCulture);

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    static double Deviation(double[] values) => values.Average() is var mean ? Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1)) : 0;
}
