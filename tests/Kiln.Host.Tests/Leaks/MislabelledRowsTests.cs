using System.Text.RegularExpressions;

namespace Kiln.Host.Tests.Leaks;

/// <summary>Labels that were turned around are found where they stand, and labels that were not are left alone.</summary>
public class MislabelledRowsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Turned_labels_of_penguins_are_told_where_they_stand(int seed)
    {
        string[] lines = [.. LeakProject.Read("Files", "penguins.csv").TrimEnd('\n').Split('\n')];
        string[] species = ["Adelie", "Chinstrap", "Gentoo"];
        var random = new Random(seed);
        var turned = Draw(random, lines.Length - 1, 17).Select(row => row + 2).ToHashSet();
        foreach (var line in turned)
        {
            var given = Array.FindIndex(species, name => lines[line - 1].Contains(name, StringComparison.Ordinal));
            lines[line - 1] = lines[line - 1].Replace(species[given], species[(given + random.Next(1, 3)) % 3]);
        }

        var told = Told(string.Join('\n', lines) + "\n", "species", out var summary);

        Assert.InRange(told.Length, 8, 20);
        Assert.True(told.Count(turned.Contains) >= 0.7 * told.Length, $"{told.Count(turned.Contains)} of {told.Length}: {summary}");
        Assert.Matches(@"KILN5012: \d+ of \d+ training rows look mislabelled \(estimated \d+–\d+\), and each is told where it stands: correct them, or leave them if they are right; "
            + "'[A-Z][a-z]+' looks mislabelled: models that were trained without this row say '[A-Z][a-z]+' with a probability of [01]\\.[0-9][0-9]$", summary);
    }

    [Fact]
    public void Of_many_the_twenty_most_certain_are_told_and_the_estimate_holds_the_true_number()
    {
        var told = Told(Blobs(3, 0.05, out var turned), "kind", out var summary);

        Assert.Equal(20, told.Length);
        Assert.True(told.Count(turned.Contains) >= 18, $"{told.Count(turned.Contains)} of 20");
        Assert.Equal(told.Order(), told);
        var numbers = Regex.Match(summary, @"(\d+) of ([\d,]+) training rows look mislabelled \(estimated (\d+)–(\d+)\), and the 20 most certain are told where they stand").Groups;
        var inTraining = turned.Count * int.Parse(numbers[2].Value.Replace(",", "")) / 2_500.0;
        Assert.InRange(inTraining, int.Parse(numbers[3].Value), int.Parse(numbers[4].Value));
    }

    /// <summary>Apart, and overlapping so that one row in ten is nearer to the other kinds.</summary>
    [Theory]
    [InlineData(3, 1)]
    [InlineData(1.5, 1)]
    [InlineData(1.5, 2)]
    public void Right_labels_are_left_alone(double apart, int seed) => Assert.Empty(LeakProject.Warnings(Blobs(apart, 0, out _, seed), "kind"));

    /// <summary>One customer in thirty leaves without a sign: contradicted is only who stays, and mistakes happen both ways.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Events_without_a_sign_are_no_mistakes(int seed)
    {
        var random = new Random(seed);
        var table = "calls,minutes,left\n" + string.Concat(Enumerable.Range(0, 4_000).Select(_ =>
        {
            var (calls, minutes) = (random.Next(10), random.Next(300));
            return $"{calls},{minutes},{(calls > 7 || random.Next(30) == 0 ? "yes" : "no")}\n";
        }));

        Assert.DoesNotContain(LeakProject.Warnings(table, "left"), line => line.Contains("KILN5012"));
    }

    [Theory]
    [InlineData("LightGbm")]
    [InlineData("FastTree")]
    [InlineData("Linear")]
    public void A_class_of_few_rows_is_not_judged_and_the_report_says_so(string trainer)
    {
        var table = Blobs(3, 0, out _) + string.Concat(Enumerable.Range(0, 12).Select(row => $"9,9,{row},odd\n")) + "0,0,0,single\n";
        using var project = LeakProject.Create(table, "kind", model => new()
        {
            Name = model.Name, Type = model.Type, Dataset = model.Dataset, Label = model.Label, Version = model.Version, Location = model.Location, Trainer = trainer,
        });

        Assert.DoesNotContain(LeakProject.Warnings(project, project.Train()), line => line.Contains("KILN5012"));
        Assert.Contains("- labels that have fewer than 20 training rows are not checked for mistakes: 'odd', 'single'\n", LeakProject.Report(project));
    }

    static int[] Told(string table, string label, out string summary)
    {
        var warnings = LeakProject.Warnings(table, label).Where(line => line.Contains("KILN5012")).ToList();
        summary = warnings.FirstOrDefault("");
        return [.. warnings.Select(line => int.Parse(Regex.Match(line, @"^data/data\.csv\((\d+),\d+\): ").Groups[1].Value))];
    }

    /// <summary>Three kinds, normally distributed around a corner each.</summary>
    static string Blobs(double apart, double share, out HashSet<int> turned, int seed = 5)
    {
        var random = new Random(seed);
        HashSet<int> lines = [.. Draw(random, 2_500, (int)(2_500 * share)).Select(row => row + 2)];
        turned = lines;
        return "a,b,c,kind\n" + string.Concat(Enumerable.Range(0, 2_500).Select(row =>
        {
            var kind = random.Next(3);
            double Value(int corner) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()) + (corner == kind ? apart : 0);
            var values = FormattableString.Invariant($"{Value(0):0.0000},{Value(1):0.0000},{Value(2):0.0000}");
            return $"{values},kind{(lines.Contains(row + 2) ? (kind + random.Next(1, 3)) % 3 : kind)}\n";
        }));
    }

    static int[] Draw(Random random, int rows, int count)
    {
        var all = Enumerable.Range(0, rows).ToArray();
        random.Shuffle(all);
        return all[..count];
    }
}
