using System.Globalization;
using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Examples;

namespace Kiln.Road.Tests;

/// <summary>Models that find unusual rows, from data to the shipped predictor.</summary>
public class AnomalyTests
{
    /// <summary>
    /// Payments: of most customers the amount follows the hour and the shop, of which 'kiosk' is rare; a fraud (known to be one) has an amount that no shop has at that
    /// hour. Some hours are missing.
    /// </summary>
    static readonly string Payments = Csv(3_000, 60);

    static string Csv(int usual, int frauds, string known = "yes")
    {
        var random = new Random(3);
        string[] shops = ["food", "food", "books", "books", "kiosk"];
        var rows = new List<string>();
        for (var i = 0; i < usual + frauds; i++)
        {
            var fraud = i >= usual;
            var (hour, shop) = (8 + random.NextDouble() * 12, shops[random.Next(shops.Length)]);
            var amount = fraud ? 150 + 300 * random.NextDouble() : (shop == "books" ? 30 : 10) + hour + 3 * random.NextDouble();
            rows.Add(FormattableString.Invariant($"{amount:0.00},{(random.Next(20) == 0 ? "" : (fraud ? 1 + 3 * random.NextDouble() : hour).ToString("0.00", CultureInfo.InvariantCulture))},{shop},{(fraud ? known : "no")}"));
        }
        return "amount,hour,shop,fraud\n" + string.Concat(rows.OrderBy(_ => random.Next()).Select(row => row + "\n"));
    }

    static ModelDefinition Model(string? label = "fraud", double? share = 0.02, int seed = 1, string[]? ignore = null, string version = "1.0.0", params ModelGate[] gates) => new()
    {
        Name = "M", Type = "App.M", Dataset = "data", Label = label, Version = version, Task = TaskKind.AnomalyDetection, AnomalyShare = share, Seed = seed, Ignore = ignore ?? [], Gates = gates,
        Location = new("M.cs", 3, 2),
    };

    static RoadResult Train(RoadProject project)
    {
        var result = project.Train();
        Assert.True(result.Succeeded, result.Output);
        return result;
    }

    static double Metric(RoadProject project, string name) => project.Lock("M").Metrics.Single(metric => metric.Key == name).Value.Value;

    [Fact]
    public void Known_anomalies_measure_a_model_that_learns_nothing_from_them()
    {
        using var project = RoadProject.Ready(Payments, Model(gates: [new(new("AreaUnderRocCurve", AtLeast: 0.98), new("M.cs", 4, 2)), new(new("FlaggedShare", AtMost: 0.04), new("M.cs", 5, 2))]));

        var output = Train(project).Output;

        Assert.Matches(@"an isolation forest of 100 trees, each of 256 training rows: a row is flagged from a score of 0\.\d+ on, as 49 of 2,4\d\d training rows are, to flag 2 %; it flags \d+ of \d+ held-out rows", output);
        Assert.Matches(@"the label 'fraud' measures the model, which learns nothing from it: \d+ of \d+ held-out rows are known to be anomalies \('yes'\)", output);
        var (scores, frauds) = HeldOut(project);
        // By counting pairs.
        var pairs = from fraud in Enumerable.Range(0, scores.Length) where frauds[fraud] from other in Enumerable.Range(0, scores.Length) where !frauds[other]
                    select scores[fraud] > scores[other] ? 1 : scores[fraud] == scores[other] ? 0.5 : 0;
        Assert.Equal(pairs.Average(), Metric(project, "AreaUnderRocCurve"), 1e-5);
        var eleventh = scores.Where((_, row) => !frauds[row]).OrderDescending().ElementAt(10);
        Assert.Equal(scores.Where((score, row) => frauds[row] && score > eleventh).Count() / (double)frauds.Count(fraud => fraud), Metric(project, "DetectionRateAtFalsePositiveCount"), 1e-5);
        var predictor = Predictor(project);
        Assert.Equal(scores.Count(score => predictor.IsPositive([score])) / (double)scores.Length, Metric(project, "FlaggedShare"), 1e-5);
    }

    static Predictor Predictor(RoadProject project) => Kiln.Predictor.Load(new("App.M", "App.M", null), project.Models, ["amount", "hour"], ["shop"], ["no", "yes"]);

    static (float[] Scores, bool[] Frauds) HeldOut(RoadProject project)
    {
        using var folder = new DataFolder();
        var dataset = folder.Csv(Payments);
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var rows = new ModelRows(folder.Load(dataset, contract), ShapeResolver.Resolve(Model(), contract, out _)!, null);
        var predictor = Predictor(project);
        var lines = Payments.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')).ToArray();
        var heldOut = rows.HoldOut.HeldOut.Select(row => lines[row]).ToList();
        return ([.. heldOut.Select(line =>
        {
            var score = new float[1];
            predictor.Score([Number(line[0]), Number(line[1])], [line[2]], score);
            return score[0];
        })], [.. heldOut.Select(line => line[3] == "yes")]);
    }

    static float Number(string text) => text.Length == 0 ? float.NaN : float.Parse(text, CultureInfo.InvariantCulture);

    [Fact]
    public void What_is_known_of_anomalies_changes_nothing_but_what_is_measured()
    {
        using var with = RoadProject.Ready(Payments, Model());
        // The same rows in each other's places would be others: the label is a column of them, so it stays and is not read.
        using var without = RoadProject.Ready(Payments, Model(label: null, ignore: ["fraud"]));

        Train(with);
        Train(without);

        Assert.Equal(with.Lock("M").Artifact, without.Lock("M").Artifact);
        Assert.Equal(["FlaggedShare"], without.Lock("M").Metrics.Select(metric => metric.Key));
        Assert.Equal(Metric(with, "FlaggedShare"), Metric(without, "FlaggedShare"));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void As_many_unseen_rows_are_flagged_as_were_asked_for(double share)
    {
        using var project = RoadProject.Ready(Csv(8_000, 0), Model(label: null, share: share, ignore: ["fraud"]));

        Train(project);

        // Three deviations of a share of 1,600 rows.
        Assert.Equal(share, Metric(project, "FlaggedShare"), 3 * Math.Sqrt(share * (1 - share) / 1_500) + share / 20);
    }

    [Fact]
    public void A_row_is_unusual_by_its_number_or_its_category_and_not_for_what_it_misses()
    {
        using var project = RoadProject.Ready(Payments, Model());
        Train(project);
        var predictor = Predictor(project);

        var usual = Score(28, 14, "food");
        Assert.True(Score(1_000, 14, "food") > usual + 0.1f);
        Assert.True(Score(28, 14, "kiosk") > usual);
        Assert.InRange(Score(28, float.NaN, "food"), usual - 0.05f, usual + 0.05f);
        Assert.InRange(Score(float.NaN, float.NaN, ""), 0.3f, 0.55f);
        Assert.InRange(Score(float.PositiveInfinity, 14, "food"), usual + 0.1f, 1);

        float Score(float amount, float hour, string shop)
        {
            var score = new float[1];
            predictor.Score([amount, hour], [shop], score);
            return score[0];
        }
    }

    [Theory]
    [InlineData("1,x\n", "'M' has no features: no usable column of 'data' has role \"feature\"; give one that role in the contract, or name it in Features")]
    [InlineData("1,x\n2,y\n", "'M' has nothing to learn from: all training rows are equally unusual; add rows, or columns in which some of them differ")]
    public void Rows_that_are_all_alike_are_refused(string rows, string why)
    {
        using var project = RoadProject.Ready("a,b\n" + string.Concat(Enumerable.Repeat(rows, 60)), Model(label: null));

        Assert.EndsWith($"M.cs(3,2): error KILN1016: {why}", project.Train().Error.TrimEnd());
    }

    [Fact]
    public void The_second_release_is_compared_with_the_first_by_what_each_flags()
    {
        using var project = RoadProject.Ready(Payments, Model(label: null, ignore: ["fraud"]));
        Train(project);
        Assert.True(project.Release().Succeeded);
        var before = Metric(project, "FlaggedShare");
        project.Compile(Model(label: null, share: 0.1, ignore: ["fraud"], version: "1.1.0"));

        Train(project);

        // The same trees, of which more rows reach a lower score.
        var since = project.Lock("M").SinceRelease!;
        Assert.Equal((Metric(project, "FlaggedShare") - before) * since.HeldOutRows, since.Flipped, 0.01);
        Assert.Equal(before, since.Metrics.Single(metric => metric.Key == "FlaggedShare").Value.Released.Value, 1e-5);
    }

    [Fact]
    public void Rows_that_only_chance_calls_anomalies_show_a_model_without_skill()
    {
        var random = new Random(6);
        var csv = "x,y,odd\n" + string.Concat(Enumerable.Range(0, 1_500).Select(_ => FormattableString.Invariant($"{random.NextDouble():0.000},{random.NextDouble():0.000},{(random.Next(5) == 0 ? "yes" : "no")}\n")));
        using var project = RoadProject.Ready(csv, Model(label: "odd"));

        Assert.Matches(@"M\.cs\(3,2\): warning KILN4014: AreaUnderRocCurve 0\.\d+ \[.+\] on \d+ held-out rows is indistinguishable from guessing \(0\.5\).*; add rows, or columns that are unusual in anomalies", Train(project).Output);
    }

    [Fact]
    public void A_gate_on_known_anomalies_needs_a_label()
    {
        using var project = RoadProject.Ready(Payments, Model(label: null, ignore: ["fraud"], gates: new ModelGate(new("AreaUnderRocCurve", AtLeast: 0.9), new("M.cs", 4, 2))));

        Assert.Matches(@"M\.cs\(4,2\): error KILN4002: AreaUnderRocCurve compares what is flagged with anomalies that are known, and no held-out row of 'M' has a label", project.Train().Error);
    }
}
