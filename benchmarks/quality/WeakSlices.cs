// How often weak slices are found that are there, and reported where none is, against the fixed rule of Deepchecks' weak segments (a part of the rows whose loss
// is 20 % above that of all rows, by one column). Rows have five categories, one of which has a value of 2 % of the rows, and five numbers; a part of them is hard, and the model
// knows that it is. "Clean" models give the probabilities that the labels were drawn with; "steep" ones are overconfident everywhere, "noisy" ones know less than
// there is to know. In a weak slice the labels are drawn with a logit that was damped until the area under the ROC curve is 0.15 lower there, and the model does
// not know it. Numbers have Student's t with 3 degrees of freedom for errors. Then the tail of the statistic against draws of numpy's, and its speed.
// Takes python3 with numpy and scipy. Start it from the repository's root: dotnet run -c Release benchmarks/quality/WeakSlices.cs <runs> <rows>
#:project ../../src/Kiln.Host/Kiln.Host.csproj
#:property PublishAot=false
using System.Diagnostics;
using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Data;
using Kiln.Host.Evaluation;
using Kiln.Host.Slices;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (runs, rows) = (int.Parse(args[0]), int.Parse(args[1]));
Console.WriteLine("| model | held-out rows | runs | area lower by | weak slice reported | nothing else | false alarms | 20 % rule |");
Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
foreach (var kind in new[] { "clean", "steep", "noisy", "numbers" })
    foreach (var size in new[] { rows / 10, rows })
        Count(kind, size, runs, weak: false);
foreach (var (kind, size) in new[] { ("clean", rows / 4), ("clean", rows / 2), ("clean", rows), ("steep", rows), ("noisy", rows) })
    Count(kind, size, runs / 2, weak: true);
Tail();
Speed();

void Count(string kind, int size, int runs, bool weak)
{
    var outcomes = new (bool Found, bool Only, bool Any, bool Rule, double Drop)[runs];
    Parallel.For(0, runs, run =>
    {
        var (losses, columns, drop) = Draw(kind, size, run, weak);
        bool[] isIt = [.. WeakSliceSearch.Search(losses, columns).Select(slice => slice is { Column: 4, Slice: 1 } or { Other: 4, OtherSlice: 1 })];
        outcomes[run] = (isIt.Contains(true), isIt.Length > 0 && !isIt.Contains(false), isIt.Length > 0, Rule(losses, columns), drop);
    });
    Console.WriteLine($"| {kind}{(weak ? ", one slice weak" : "")} | {size:N0} | {runs} | {(weak ? $"{outcomes.Average(run => run.Drop):0.000}" : "")} | {(weak ? $"{outcomes.Count(run => run.Found)}" : "")} | "
        + $"{(weak ? $"{outcomes.Count(run => run.Only)}" : "")} | {(weak ? "" : $"{outcomes.Count(run => run.Any)}")} | {outcomes.Count(run => run.Rule)} |");
}

static bool Rule(RowLosses losses, SlicedColumn[] columns)
{
    var mean = losses.Loss.Average();
    return columns.Any(column =>
    {
        var (sums, counts) = (new double[column.Names.Count], new int[column.Names.Count]);
        for (var row = 0; row < losses.Loss.Length; row++)
            (sums[column.Slices[row]], counts[column.Slices[row]]) = (sums[column.Slices[row]] + losses.Loss[row], counts[column.Slices[row]] + 1);
        return Enumerable.Range(1, sums.Length - 1).Any(slice => sums[slice] / counts[slice] > 1.2 * mean);
    });
}

(RowLosses Losses, SlicedColumn[] Columns, double Drop) Draw(string kind, int size, int run, bool weak)
{
    var random = new Random(1000 * run + 7);
    double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    int[] all = [.. Enumerable.Range(0, size)];
    var codes = Enumerable.Range(0, 5).Select(_ => new int[size]).ToArray();
    var numbers = Enumerable.Range(0, 5).Select(_ => new double[size]).ToArray();
    var (labels, scores) = (new float[size], new float[size][]);
    for (var row = 0; row < size; row++)
    {
        for (var c = 0; c < 4; c++)
            codes[c][row] = (int)((c + 2) * 1.5 * Math.Pow(random.NextDouble(), 1.5));
        codes[4][row] = random.NextDouble() is < 0.02 ? 0 : 1 + random.Next(8);
        foreach (var number in numbers)
            number[row] = Normal();
        // Where the first category is 0 nothing but the second number is known: the rows are hard.
        var signal = codes[0][row] == 0 ? 0.7 * numbers[1][row] : 1.6 * numbers[0][row] + 0.8 * numbers[1][row] * (codes[1][row] == 1 ? 1 : 0.4) + 0.7 * (codes[2][row] % 3) - 1 + 0.5 * codes[3][row] - 1.5;
        var hidden = kind == "noisy" ? Normal() : 0;
        if (kind == "numbers")
        {
            // Student's t of 3 degrees; large numbers are further off, and the model does not say so.
            var chi = Math.Sqrt((Math.Pow(Normal(), 2) + Math.Pow(Normal(), 2) + Math.Pow(Normal(), 2)) / 3);
            labels[row] = (float)(signal + Math.Exp(0.2 * signal) * Normal() / chi);
            scores[row] = [(float)signal];
            continue;
        }
        var truth = signal + hidden;
        if (weak && codes[4][row] == 0)
            truth *= kind == "noisy" ? 0.3 : 0.36;
        labels[row] = random.NextDouble() < 1 / (1 + Math.Exp(-truth)) ? 1 : 0;
        var said = kind == "steep" ? 1.3 * signal : kind == "noisy" ? signal / Math.Sqrt(1 + Math.PI / 8) : signal;
        scores[row] = [(float)said, (float)(1 / (1 + Math.Exp(-said)))];
    }
    var predictions = new Predictions(kind == "numbers" ? TaskKind.Regression : TaskKind.BinaryClassification, labels, scores);
    var fewest = WeakSliceSearch.FewestRows(size);
    SlicedColumn[] columns =
    [
        .. codes.Select((code, c) => SlicedColumn.Cut(new TextColumn(Column($"c{c}", ColumnType.Category), code, Column($"c{c}", ColumnType.Category).Values), all, fewest)!),
        .. numbers.Select((values, n) => SlicedColumn.Cut(new NumberColumn(Column($"n{n}", ColumnType.Number), values), all, fewest)!),
    ];
    var drop = weak ? Area(row => codes[4][row] != 0) - Area(row => codes[4][row] == 0) : 0;
    return (RowLosses.From(predictions)!, columns, drop);

    double Area(Predicate<int> isIn) => Metrics.Create(predictions.Take([.. all.Where(row => isIn(row))])).Measure()[0];
}

void Tail()
{
    // One slice of 60 rows of 2,000, whose losses are as skewed as those of rare events are: how rare its excess is, by the statistic and by draws.
    var random = new Random(5);
    var loss = Enumerable.Range(0, 2_000).Select(_ => -Math.Log2(random.NextDouble() is var p && random.NextDouble() < 0.04 ? 0.03 + 0.05 * p : 0.92 + 0.05 * p)).ToArray();
    var answer = Enumerable.Range(0, 2_000).Select(row => row + random.NextDouble()).ToArray();
    var each = ExcessLoss.Measure(new("LogLoss", loss, answer));
    var lines = new List<string>();
    for (var slice = 0; slice < 12; slice++)
    {
        // Slices of ever more rows that lost much, as in the tail.
        int[] inside = [.. Enumerable.Range(0, 2_000).OrderBy(row => random.NextDouble() - 0.012 * slice * (loss[row] > 2 ? 1 : 0)).Take(60)];
        var sum = inside.Aggregate(default(ExcessLoss), (all, row) => all + each[row]);
        lines.Add(string.Join(' ', [sum.Rarity.ToString("R"), .. inside.Select(row => row.ToString())]));
    }
    var file = Path.GetTempFileName();
    File.WriteAllLines(file, [string.Join(' ', loss.Select(value => value.ToString("R"))), string.Join(' ', answer.Select(value => value.ToString("R"))), .. lines]);
    Console.WriteLine();
    using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["benchmarks/quality/reference-slices.py", file]))!;
    python.WaitForExit();
    File.Delete(file);
}

void Speed()
{
    var random = new Random(3);
    const int Rows = 200_000;
    SlicedColumn[] columns = [.. Enumerable.Range(0, 30).Select(c => new SlicedColumn([.. Enumerable.Range(0, Rows).Select(_ => (byte)(1 + random.Next(4 + c % 10)))], [null, .. Enumerable.Range(0, 4 + c % 10).Select(v => $"{c} {v}")]))];
    var answers = Enumerable.Range(0, Rows).Select(_ => random.NextDouble()).ToArray();
    var losses = new RowLosses("LogLoss", [.. answers.Select(p => -Math.Log2(random.NextDouble() < p ? p : 1 - p))], answers);
    double[] seconds = [.. Enumerable.Range(0, 7).Select(_ =>
    {
        var clock = Stopwatch.StartNew();
        WeakSliceSearch.Search(losses, columns);
        return clock.Elapsed.TotalSeconds;
    })];
    Console.WriteLine($"\n{Rows:N0} rows, 30 columns, {Environment.ProcessorCount} cores: {seconds.Order().ElementAt(3):0.00} s (median of 7)");
}

static Column Column(string name, ColumnType type) => new()
{
    Name = name, Property = name, Type = type, Nullable = false, Role = ColumnRole.Feature, Values = type == ColumnType.Category ? [.. Enumerable.Range(0, 9).Select(value => $"v{value}")] : [],
};
