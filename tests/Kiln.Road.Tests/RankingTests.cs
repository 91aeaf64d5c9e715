using System.Globalization;
using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Examples;

namespace Kiln.Road.Tests;

/// <summary>Models that put the rows of a query in order, from data to the shipped predictor.</summary>
public class RankingTests
{
    /// <summary>
    /// Results of searches as a judge marked them, 0 to 4: by how well the words match, which means more in some queries than in others, by how new a page
    /// is, and by its kind; a fifth of the marks are off by one. How long the query is says nothing of the order.
    /// </summary>
    static readonly string Searches = Csv(240);

    static string Csv(int queries, string mark = "")
    {
        var random = new Random(8);
        string[] kinds = ["blog", "news", "shop"];
        var rows = new List<string>();
        for (var query = 0; query < queries; query++)
        {
            var (words, generous) = (random.Next(1, 8), random.NextDouble() * 2 - 1);
            for (var row = random.Next(3, 25); row > 0; row--)
            {
                var (match, age, kind) = (random.NextDouble(), random.NextDouble(), random.Next(3));
                var relevance = 5 * match * match - 1.5 * age * (kind == 1 ? 2 : 1) + (kind == 2 ? -1 : 0) + generous + (random.NextDouble() < 0.2 ? random.Next(-1, 2) : 0);
                rows.Add(FormattableString.Invariant($"q{query},{words},{match:0.000},{age:0.000},{kinds[kind]},{(mark.Length > 0 ? mark : $"{Math.Clamp((int)relevance, 0, 4)}")}"));
            }
        }
        // As a log has them: not sorted by query.
        return "query,words,match,age,kind,relevance\n" + string.Concat(rows.OrderBy(_ => random.Next()).Select(row => row + "\n"));
    }

    static ModelDefinition Model(string trainer = "LightGbm", string? group = "query", string? tune = null, string label = "relevance", SplitKind? split = null, string version = "1.0.0", params ModelGate[] gates) => new()
    {
        Name = "M", Type = "App.M", Dataset = "data", Label = label, Version = version, Task = TaskKind.Ranking, Group = group, Trainer = trainer, Tune = tune, Split = split, Gates = gates,
        Location = new("M.cs", 3, 2),
    };

    static RoadResult Train(RoadProject project)
    {
        var result = project.Train();
        Assert.True(result.Succeeded, result.Output);
        return result;
    }

    static double Metric(RoadProject project, string name) => project.Lock("M").Metrics.Single(metric => metric.Key == name).Value.Value;

    [Theory]
    [InlineData("LightGbm", 0.9)]
    [InlineData("FastTree", 0.9)]
    [InlineData("Linear", 0.85)]
    public void A_ranking_trains_is_gated_and_ships(string trainer, double bound)
    {
        using var project = RoadProject.Ready(Searches, Model(trainer, gates: new ModelGate(new("NormalizedDiscountedCumulativeGainAt10", AtLeast: bound), new("M.cs", 4, 2))));

        var output = Train(project).Output;

        Assert.Matches(@"  rows of one 'query' are put in order: \d+ queries train(, \d+ of which says? nothing, because all (its|their) rows have the same 'relevance')?; \d+ queries measure", output);
        Assert.Contains(" held out by group (query)", output);
        var (labels, scores) = HeldOut(project);
        Assert.True(labels.Count > 30, $"{labels.Count} queries");
        Assert.Equal(Mean(labels, scores, 10), Metric(project, "NormalizedDiscountedCumulativeGainAt10"), 1e-5);
        Assert.Equal(Mean(labels, scores, 1), Metric(project, "NormalizedDiscountedCumulativeGainAt1"), 1e-5);
    }

    /// <summary>By the book, and each held-out query by itself.</summary>
    static double Mean(List<float[]> labels, List<float[]> scores, int places) => labels.Zip(scores, (label, score) =>
        Gain(label.Zip(score).OrderByDescending(row => row.Second).Select(row => row.First), places) / Gain(label.OrderDescending(), places)).Average();

    static double Gain(IEnumerable<float> labels, int places) => labels.Take(places).Select((label, place) => (Math.Pow(2, label) - 1) / Math.Log2(place + 2)).Sum();

    /// <summary>The held-out queries whose rows differ, by what the shipped predictor says of them.</summary>
    static (List<float[]> Labels, List<float[]> Scores) HeldOut(RoadProject project)
    {
        using var folder = new DataFolder();
        var dataset = folder.Csv(Searches);
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var rows = new ModelRows(folder.Load(dataset, contract), ShapeResolver.Resolve(Model(), contract, out _)!, null);
        var predictor = Predictor.Load(new("App.M", "App.M", null), project.Models, ["words", "match", "age"], ["kind"], []);
        string[][] lines = [.. Searches.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(','))];
        var heldOut = rows.HoldOut.HeldOut.Select(row => lines[row]).ToList();
        Assert.Empty(heldOut.Select(line => line[0]).Intersect(rows.HoldOut.Training.Select(row => lines[row][0])));
        var queries = heldOut.GroupBy(line => line[0]).Where(query => query.Select(line => line[5]).Distinct().Count() > 1).ToList();
        return ([.. queries.Select(query => query.Select(line => Number(line[5])).ToArray())], [.. queries.Select(query => query.Select(line =>
        {
            var score = new float[1];
            predictor.Score([Number(line[1]), Number(line[2]), Number(line[3])], [line[4]], score);
            return score[0];
        }).ToArray())]);
    }

    static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    [Fact]
    public void Settings_are_searched_by_the_order_of_queries()
    {
        using var project = RoadProject.Ready(Searches, Model(tune: "3"));

        var output = Train(project).Output;

        Assert.Matches(@"M: trial 1: 1 - NormalizedDiscountedCumulativeGainAt10 0\.0\d+, ", output);
        Assert.Contains("\"trials\"", File.ReadAllText(Path.Combine(project.Directory, "M.tuning.json")));
    }

    [Fact]
    public void Marks_that_chance_gave_are_told_to_be_no_better_than_that()
    {
        var random = new Random(4);
        var csv = "query,x,relevance\n" + string.Concat(Enumerable.Range(0, 1_200).Select(i => FormattableString.Invariant($"q{i / 8},{random.NextDouble():0.000},{random.Next(3)}\n")));
        using var project = RoadProject.Ready(csv, Model());

        Assert.Matches(@"M\.cs\(3,2\): warning KILN4014: NormalizedDiscountedCumulativeGainAt10 0\.\d+ \[.+\] on \d+ held-out rows is .+ guessing \(0\.\d+\)", Train(project).Output);
    }

    [Fact]
    public void The_second_release_is_compared_with_the_first_query_by_query()
    {
        using var project = RoadProject.Ready(Searches, Model());
        Train(project);
        Assert.True(project.Release() is { Succeeded: true } released, "released");
        project.Compile(Model("Linear", version: "2.0.0"));

        Train(project);

        var since = project.Lock("M").SinceRelease!;
        Assert.InRange(since.Flipped, 1, since.HeldOutRows / 2);
        var first = since.Metrics.Single(metric => metric.Key == "NormalizedDiscountedCumulativeGainAt1").Value;
        Assert.Equal(Metric(project, "NormalizedDiscountedCumulativeGainAt1"), first.Now.Value, 1e-5);
        Assert.True(first.Difference.HasInterval);
    }

    [Fact]
    public void A_pipeline_of_the_models_own_sees_the_query_as_a_key()
    {
        const string source = """
            using Microsoft.ML;

            namespace App;

            class M
            {
                static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.Concatenate("Features", "match", "age")
                    .Append(ml.Ranking.Trainers.LightGbm("relevance", rowGroupColumnName: "query", numberOfIterations: 30));
            }
            """;
        using var project = new RoadProject();
        project.AddDataset("data", Searches);
        project.Compile("M.cs", source, new ModelDefinition
        {
            Name = "M", Type = "App.M", Dataset = "data", Label = "relevance", Version = "1.0.0", Task = TaskKind.Ranking, Group = "query",
            Location = new("M.cs", 5, 1), Pipeline = new("f", [], new("M.cs", 7, 38)),
        });
        Assert.True(project.InferContracts().Succeeded);

        Train(project);

        Assert.InRange(Metric(project, "NormalizedDiscountedCumulativeGainAt10"), 0.85, 1);
    }

    [Theory]
    [InlineData(",-1", @"data\.csv\(\d+,\d+\): error KILN1057: '-1' in column 'relevance' is no relevance, which is a whole number from 0 to 30 \(.+\), and a model ranks by it; number the levels from 0, for rows that are not relevant$")]
    [InlineData(",1.5", "'1.5' in column 'relevance' is no relevance, ")]
    [InlineData(",31", "'31' in column 'relevance' is no relevance, ")]
    public void A_relevance_without_a_gain_is_an_error_at_its_row(string mark, string error)
    {
        var lines = Searches.Split('\n');
        lines[5] = lines[5][..lines[5].LastIndexOf(',')] + mark;
        using var project = RoadProject.Ready(string.Join('\n', lines), Model());

        Assert.Matches(error, project.Train().Error);
    }

    [Fact]
    public void A_row_of_no_query_is_an_error()
    {
        var lines = Searches.Split('\n');
        lines[5] = lines[5][lines[5].IndexOf(',')..];
        using var project = RoadProject.Ready(string.Join('\n', lines), Model());

        Assert.Matches(@"data\.csv\(6,1\): error KILN1057: column 'query' has no value here \(.+\), and it says of which query a row is, by which a model ranks; fill it in, or remove the row$", project.Train().Error);
    }

    [Fact]
    public void Queries_that_are_too_few_or_say_nothing_are_an_error()
    {
        using var few = RoadProject.Ready(Csv(6), Model());
        Assert.Matches(@"error KILN1015: 'data' has 6 different values of 'query' \(\d of them held out\); at least 10 queries are needed to train and to measure; add data$", few.Train().Error);

        var random = new Random(2);
        using var same = RoadProject.Ready("query,x,relevance\n" + string.Concat(Enumerable.Range(0, 400).Select(i => FormattableString.Invariant($"q{i / 5},{random.NextDouble():0.000},{i / 5 % 3}\n"))), Model());
        Assert.Matches(@"error KILN1012: in each of the \d+ values of 'query' that train the model all rows have the same 'relevance': there is nothing to put in order; choose another label or Group, or add rows that differ$", same.Train().Error);
    }

    /// <summary>LightGBM ranks queries of 10,000 rows; rows that judge are more than that in all, and no query.</summary>
    [Fact]
    public void Many_rows_judge_and_a_query_of_too_many_is_an_error()
    {
        var random = new Random(1);
        string Rows(int rows, Func<int, int> query) => "query,x,relevance\n" + string.Concat(Enumerable.Range(0, rows).Select(i => random.NextDouble() is var x
            ? FormattableString.Invariant($"q{query(i)},{x:0.0000},{(int)(3 * x + random.NextDouble())}\n") : ""));
        using var many = RoadProject.Ready(Rows(66_000, i => i / 100), Model());
        Assert.Matches(@"\d+ rounds? of boosting", Train(many).Output);
        using var whole = RoadProject.Ready(Rows(11_000, i => i < 10_000 ? 1 : i / 10), Model());
        Train(whole);

        using var large = RoadProject.Ready(Rows(12_000, i => i < 10_001 ? 1 : i / 10), Model());
        Assert.Matches(@"M\.cs\(3,2\): error KILN1057: a value of 'query' has 10,001 rows, and LightGBM ranks 10,000 at most; name a Group of fewer rows, or set Trainer = Trainer\.FastTree$", large.Train().Error);
    }

    [Fact]
    public void What_is_no_ranking_is_an_error_at_the_model()
    {
        using var project = RoadProject.Ready(Searches, Model(group: null));
        Assert.Contains("error KILN1057: 'M' ranks the rows of a query, and nothing says which rows are of one query; set Group = \"…\"", project.Train().Error);

        project.Compile(Model(split: SplitKind.Hash));
        Assert.Contains("error KILN1057: Split.Hash would hold out some rows of a query and train with others", project.Train().Error);

        project.Compile(Model(label: "kind"));
        Assert.Contains("error KILN1013: Ranking does not fit label 'kind', a category of 3 values ('blog', 'news', 'shop')", project.Train().Error);
    }
}
