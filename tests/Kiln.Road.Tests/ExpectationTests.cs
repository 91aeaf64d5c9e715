using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kiln.Contracts.Expectations;
using Kiln.Contracts.Models;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using static Kiln.Road.Tests.StoreProjects;

namespace Kiln.Road.Tests;

/// <summary>What a score must do when one column is varied. ONNX Runtime, asked for every row and value, is the referee.</summary>
public class ExpectationTests
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    static readonly JsonNode ResultSchema = JsonNode.Parse(Repository.Read("docs", "schemas", "result.schema.json"))!;

    static readonly JsonNode LockSchema = JsonNode.Parse(Repository.Read("docs", "schemas", "lock.schema.json"))!;

    /// <summary>One of them with the data, one against it: who declares it gets it.</summary>
    [Fact]
    public void A_monotone_expectation_is_kept_by_construction()
    {
        using var project = RoadProject.Ready(Penguins, Mass());
        Assert.True(project.Train().Succeeded);
        float[] grid = [.. Enumerable.Range(0, 200).Select(i => 30 + i * 0.15f)];
        Assert.InRange(WorstRise(project.Onnx("PenguinModel"), PenguinRows, "bill_length_mm", grid), 50, 3000);

        Expectation[] expected = [new("bill_length_mm", Direction.Decreasing), new("flipper_length_mm", Direction.Increasing)];
        project.Compile(Mass(expected));
        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("its definition changed", result.Output);
        Assert.Contains("2 of 2 expectations met", result.Output);
        Assert.Equal(0, WorstRise(project.Onnx("PenguinModel"), PenguinRows, "bill_length_mm", grid), 0.01);
        Assert.Equal(0, WorstRise(project.Onnx("PenguinModel"), PenguinRows, "flipper_length_mm", [.. Enumerable.Range(0, 200).Select(i => 240 - i * 0.4f)]), 0.01);
        Assert.Equal(expected, project.Lock("PenguinModel").Expectations.Select(measured => measured.Of));
        Assert.All(project.Lock("PenguinModel").Expectations, measured => Assert.Equal((0, 0.0), (measured.Broken, measured.Worst)));
        Assert.Contains("| bill_length_mm Monotone.Decreasing | ", Report(project));
        Assert.Equal([""], Ajv.Validate(ResultSchema, [Result(project).ToJsonString()]));
        Assert.Equal([""], Ajv.Validate(LockSchema, [File.ReadAllText(Path.Combine(project.Directory, LockName))]));

        Assert.True(project.Release().Succeeded);
        Assert.Equal(expected, project.Lock("PenguinModel").Released[0].Expectations);
        Assert.Equal([""], Ajv.Validate(LockSchema, [File.ReadAllText(Path.Combine(project.Directory, LockName))]));
    }

    /// <summary>LightGBM 4.7's method "advanced" breaks its constraints where values are missing.</summary>
    [Fact]
    public void It_is_kept_where_values_are_missing_too()
    {
        var random = new Random(1);
        var holes = string.Join('\n', Penguins.Split('\n').Select((line, i) => i == 0 ? line : string.Join(',', line.Split(',').Select((cell, c) => c is 2 or 3 or 4 or 7 && random.Next(20) == 0 ? "NA" : cell))));
        using var project = RoadProject.Ready(holes, Mass(
            new("bill_length_mm", Direction.Increasing), new("bill_depth_mm", Direction.Increasing), new("flipper_length_mm", Direction.Decreasing), new("year", Direction.Decreasing)));

        Assert.Contains("4 of 4 expectations met", project.Train().Output);

        Assert.Equal(0, WorstRise(project.Onnx("PenguinModel"), PenguinRows, "bill_length_mm", [.. Enumerable.Range(0, 200).Select(i => 60 - i * 0.15f)]), 0.01);
        Assert.Equal(0, WorstRise(project.Onnx("PenguinModel"), PenguinRows, "bill_depth_mm", [.. Enumerable.Range(0, 200).Select(i => 22 - i * 0.05f)]), 0.01);
    }

    [Fact]
    public void Rankings_keep_it_too()
    {
        var random = new Random(2);
        var csv = "query,x,z,relevance\n" + string.Concat(Enumerable.Range(0, 900).Select(i => (X: random.Next(20), Z: Math.Round(random.NextDouble(), 3)) is var row
            ? FormattableString.Invariant($"q{i / 9},{row.X},{row.Z},{Math.Clamp((int)(row.X / 5 + 2 * row.Z - 1), 0, 4)}\n") : ""));
        using var project = RoadProject.Ready(csv, new ModelDefinition
        {
            Name = "RankModel", Type = "App.RankModel", Dataset = "searches", Label = "relevance", Task = TaskKind.Ranking, Group = "query", Version = "1.0.0", Location = new("RankModel.cs", 3, 2),
            Expectations = [new(new("x", Direction.Decreasing), new("RankModel.cs", 4, 2)), new(new("z", Direction.Increasing), new("RankModel.cs", 5, 2))],
        });

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("2 of 2 expectations met", result.Output);
        Dictionary<string, object>[] rows = [.. Enumerable.Range(0, 20).Select(i => new Dictionary<string, object> { ["x"] = 0f, ["z"] = i / 20f })];
        Assert.Equal(0, WorstRise(project.Onnx("RankModel"), rows, "x", [.. Enumerable.Range(0, 20).Select(x => (float)x)]), 1e-5);
    }

    /// <summary>Every row that is held out, by a time that says which they are, and every two of its sixteen values.</summary>
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    public void Rows_that_break_an_expectation_are_those_that_brute_force_finds(double within)
    {
        using var project = RoadProject.Ready(Days, Yes(new Expectation("x", Direction.Increasing, Within: within, Because: "more is more")));

        var result = project.Train();

        var drops = Drops(Trained(project), "x");
        var (broken, worst) = (drops.Count(drop => drop > within + 1e-6), drops.Max());
        Assert.InRange(broken, 1, 120);
        Assert.Matches(
            $@"YesModel\.cs\(4,2\): error KILN4025: the score falls where 'x' rises{(within > 0 ? " by more than 0\\.1" : "")} on {broken} of 120 held-out rows \(\d.* %\), by up to {worst:0.##}\d*, "
            + @"as in data/days\.csv\(\d+\): from \d+ \(0\.\d+\) to \d+ \(0\.\d+\); it is expected because more is more; nothing was published: .+", result.Error);
        var told = Result(project)["models"]![0]!;
        Assert.Equal(("expectationMissed", "missed", broken), ((string)told["verdict"]!, (string)told["expectations"]![0]!["verdict"]!, (int)told["expectations"]![0]!["broken"]!));
        Assert.Equal(worst, (double)told["expectations"]![0]!["worst"]!, 1e-5);
        Assert.False(File.Exists(Path.Combine(project.Directory, "YesModel.lock.json")));
    }

    /// <summary>The model is kept, and it is the same data, but the row stands elsewhere.</summary>
    [Fact]
    public void The_worst_row_is_named_where_it_stands_now()
    {
        using var project = RoadProject.Ready(Days, Yes(new Expectation("x", Direction.Increasing, Within: 0)));
        var file = Path.Combine(project.Directory, "data", "days.csv");
        string Worst() => File.ReadAllLines(file)[int.Parse(Regex.Match(project.Train().Error, @"as in data/days\.csv\((\d+)\)").Groups[1].Value, CultureInfo.InvariantCulture) - 1];
        var worst = Worst();
        string[] lines = File.ReadAllLines(file);
        File.WriteAllLines(file, [lines[0], .. lines[1..].Reverse()]);

        Assert.Equal(worst, Worst());
        Trained(project);
    }

    [Fact]
    public void An_expectation_that_only_measures_trains_nothing_and_a_share_of_rows_may_break_it()
    {
        using var project = RoadProject.Ready(Days, Yes());
        Assert.Equal(1, project.Train().Trained);
        var changes = Changes(project.Onnx("YesModel"), "c");

        project.Compile(Yes(new Expectation("c", Invariant: true, Within: 0.1, MinShare: 0.01), new Expectation("x", Direction.Increasing, Within: 0.7)));
        var added = project.Train();

        Assert.True(added.Succeeded, added.Output);
        Assert.Equal(0, added.Trained);
        var locked = project.Lock("YesModel").Expectations;
        Assert.Equal((changes.Count(change => change > 0.1 + 1e-6), 120), (locked[0].Broken, locked[0].Rows));
        Assert.InRange(locked[0].Broken, 1, 119);
        Assert.Equal(changes.Max(), locked[0].Worst, 1e-5);

        // What is kept is not believed against the lock, and what the lock says is measured where the rows are.
        project.ReplaceFirst("YesModel.lock.json", "\"rows\": 120, \"broken\": ", "\"rows\": 120, \"broken\": 1");
        Assert.True(project.Train().Succeeded);
        Assert.Equal(locked, project.Lock("YesModel").Expectations);

        project.Compile(Yes(new Expectation("c", Invariant: true)));
        Assert.Contains("error KILN4025: the prediction changes with 'c' on ", project.Train().Error);
    }

    [Fact]
    public void A_clone_without_the_data_takes_what_the_lock_says()
    {
        Expectation mass = new("body_mass_g", Direction.Increasing, Class: "Gentoo", Within: 0.05, MinShare: 0.1);
        using var project = RoadProject.Ready(Penguins, Species(mass));
        project.Store = Path.Combine(project.Directory, "store");
        var trained = project.Train();
        Assert.True(trained.Succeeded, trained.Output);
        using var clone = CloneWithoutData(project);
        clone.Compile(Species(mass));
        var there = clone.Train(locked: true);
        Assert.True(there.Succeeded, there.Output);
        Assert.Contains("| body_mass_g Monotone.Increasing of Gentoo Within 0.05 MinShare 0.1 | 81 | ", Report(clone));

        clone.Compile(Species(mass, new("year", Invariant: true)));
        Assert.Contains("error KILN0040: there is no model for 'PenguinModel': the data of 'penguins' ('data/penguins.csv') are not on this machine, "
            + "and the lock does not say how the model does against the expectation year Invariant; build where they are and commit the lock", clone.Train(locked: true).Output);
    }

    [Fact]
    public void What_the_compiler_did_not_see_is_told_at_the_expectation()
    {
        using var project = RoadProject.Ready(Penguins, Mass(new Expectation("flipper_lenght_mm", Direction.Increasing)));

        Assert.Matches(@"PenguinModel\.cs\(4,2\): error KILN4026: 'flipper_lenght_mm' is not a column of 'penguins' \(did you mean 'flipper_length_mm'\?\); .+", project.Train().Error);
    }

    static ModelDefinition Mass(params Expectation[] expectations) => new()
    {
        Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "body_mass_g", Version = "1.0.0", Location = new("PenguinModel.cs", 3, 2),
        Expectations = [.. expectations.Select(expectation => new ModelExpectation(expectation, new("PenguinModel.cs", 4, 2)))],
    };

    static ModelDefinition Species(params Expectation[] expectations) => new()
    {
        Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = "1.0.0", Location = new("PenguinModel.cs", 3, 2),
        Expectations = [.. expectations.Select(expectation => new ModelExpectation(expectation, new("PenguinModel.cs", 4, 2)))],
    };

    static ModelDefinition Yes(params Expectation[] expectations) => new()
    {
        Name = "YesModel", Type = "App.YesModel", Dataset = "days", Label = "yes", Version = "1.0.0", Split = SplitKind.Time, Time = "day", Trainer = "FastTree", Location = new("YesModel.cs", 3, 2),
        Expectations = [.. expectations.Select(expectation => new ModelExpectation(expectation, new("YesModel.cs", 4, 2)))],
    };

    /// <summary>600 days, of which the last 120 are held out. Yes is likelier where x is larger, and a little likelier where c is b.</summary>
    static string Days
    {
        get
        {
            var random = new Random(7);
            return "day,x,z,c,yes\n" + string.Concat(Enumerable.Range(1, 600).Select(day =>
            {
                var (x, z, c) = (random.Next(16), Math.Round(random.NextDouble(), 3), "abc"[random.Next(3)]);
                var yes = random.NextDouble() < 0.3 + x * 0.03 + (c == 'b' ? 0.1 : 0) - 0.2 * z;
                return FormattableString.Invariant($"{day},{x},{z},{c},{(yes ? "yes" : "no")}\n");
            }));
        }
    }

    static IReadOnlyList<Dictionary<string, object>> DaysRows => [.. Days.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')).Select(cells => new Dictionary<string, object>
    {
        ["day"] = Number(cells[0]), ["x"] = Number(cells[1]), ["z"] = Number(cells[2]), ["c"] = cells[3],
    })];

    static IReadOnlyList<Dictionary<string, object>> PenguinRows => [.. Penguins.Replace("\"", "").TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')).Select(cells => new Dictionary<string, object>
    {
        ["species"] = cells[0], ["island"] = cells[1], ["bill_length_mm"] = Number(cells[2]), ["bill_depth_mm"] = Number(cells[3]),
        ["flipper_length_mm"] = Number(cells[4]), ["sex"] = cells[6] == "NA" ? "" : cells[6], ["year"] = Number(cells[7]),
    })];

    static float Number(string cell) => cell is "NA" or "" ? float.NaN : float.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>How far the score rises at most from one value to the next, in the order they are given in.</summary>
    static double WorstRise(byte[] onnx, IReadOnlyList<Dictionary<string, object>> rows, string column, float[] values) =>
        Scores(onnx, "Score", rows, column, [.. values.Cast<object>()]).Max(row => row.Skip(1).Zip(row, (after, before) => after - before).Max());

    /// <summary>For each held-out row how far the probability falls at most from any value to any larger one.</summary>
    static double[] Drops(byte[] onnx, string column) =>
        [.. Scores(onnx, "Probability", [.. DaysRows.Skip(480)], column, [.. Enumerable.Range(0, 16).Select(x => (object)(float)x)])
            .Select(row => Enumerable.Range(0, 16).SelectMany(from => Enumerable.Range(from, 16 - from).Select(to => row[from] - row[to])).Max())];

    static double[] Changes(byte[] onnx, string column) => [.. Scores(onnx, "Probability", [.. DaysRows.Skip(480)], column, ["a", "b", "c"])
        .Zip(DaysRows.Skip(480), (row, own) => row.Max(score => Math.Abs(score - row["abc".IndexOf((string)own[column], StringComparison.Ordinal)])))];

    static IEnumerable<double[]> Scores(byte[] onnx, string output, IReadOnlyList<Dictionary<string, object>> rows, string column, object[] values)
    {
        using var session = Kiln.Host.Natives.OnnxRuntimeSession.Open(onnx);
        foreach (var row in rows)
            yield return [.. values.Select(value => Score(session, output, new(row) { [column] = value }))];
    }

    static double Score(InferenceSession session, string output, Dictionary<string, object> row)
    {
        using var results = session.Run([.. session.InputMetadata.Keys.Select(name => row[name] is float number
            ? NamedOnnxValue.CreateFromTensor(name, new DenseTensor<float>(new[] { number }, [1, 1])) : NamedOnnxValue.CreateFromTensor(name, new DenseTensor<string>(new[] { (string)row[name] }, [1, 1])))], [output]);
        return results.Single().AsTensor<float>().Single();
    }

    /// <summary>The model of a project that published none, because it was missing something.</summary>
    static byte[] Trained(RoadProject project) => File.ReadAllBytes(Directory.GetFiles(Path.Combine(project.Directory, "obj", "cache"), "*.onnx", SearchOption.AllDirectories).Single());

    static string Report(RoadProject project) => File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "report.md"));

    static JsonNode Result(RoadProject project) => JsonNode.Parse(File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "result.json")))!;
}
