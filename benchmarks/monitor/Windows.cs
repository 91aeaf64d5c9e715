// How well a monitor tells what is there and what is not, on real rows. Six tenths of the rows of a set are trained on and held out, the others are in use: windows
// drawn from them are unchanged (alarms are false), or have a fault in each column in turn (a unit that is 1.6 times as large, three tenths without a value, three tenths 0,
// a category that is spelled otherwise). And whether the area under the ROC curve, or of several classes the accuracy, that is estimated without labels has the one in its
// interval that the labels give; and what would be found of a shift by the folklore that an index above 0.1 or 0.2 is drift.
// Takes a folder of CSV files that have a column "target" of classes. Start it from the repository's root:
// dotnet run -c Release benchmarks/monitor/Windows.cs <folder> <rows of a window> <windows> [only these...]
#:project ../../src/Kiln.Host/Kiln.Host.csproj
#:property PublishAot=false
using System.Globalization;
using Kiln;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Data.Loading;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Export;
using Kiln.Host.Monitoring;
using Kiln.Host.Requests;
using Kiln.Host.Training;
using Kiln.Host.Training.Profiles;
using Kiln.Monitoring;
using Kiln.Onnx;
using Microsoft.ML;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (size, windows) = (int.Parse(args[1]), int.Parse(args[2]));
var scratch = Directory.CreateTempSubdirectory("kiln-monitor-").FullName;
try
{
    Console.WriteLine($"| set | rows | in use | columns | windows of {size:N0} | false alarms | one index above 0.1 | faults | found at the column | metric | held out | labels of all in use | within the interval |");
    Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---|---:|---:|---:|");
    foreach (var file in Directory.EnumerateFiles(args[0], "*.csv").Order(StringComparer.Ordinal).Where(file => args.Length < 4 || args[3..].Contains(Path.GetFileNameWithoutExtension(file))))
        Measure(file);
}
finally
{
    Directory.Delete(scratch, recursive: true);
}

void Measure(string file)
{
    var name = Path.GetFileNameWithoutExtension(file);
    var dataset = new Dataset(name, Path.Combine(scratch, name + ".schema.json"), file, file, [file]);
    var contract = ContractInference.Infer(dataset, null, _ => { });
    var lines = File.ReadAllLines(file);
    // By chance, and the same in every run.
    var (chance, isInUse) = (new Random(11), new bool[lines.Length]);
    for (var line = 1; line < lines.Length; line++)
        isInUse[line] = chance.NextDouble() < 0.4;
    ModelRows Load(string part, bool inUse)
    {
        var path = Path.Combine(scratch, $"{name}.{part}.csv");
        File.WriteAllLines(path, lines.Where((_, line) => line == 0 || isInUse[line] == inUse));
        var table = TableLoader.Load(dataset with { Files = [path] }, contract, null, _ => { });
        return new(table, Shape(contract, name), null);
    }
    var (known, used) = (Load("known", false), Load("used", true));
    var ml = new MLContext(1);
    var definition = Definition(name);
    var model = DefaultPipeline.Fit(ml, definition, known, known.HoldOut.Training, threads: 2).Model;
    var shape = known.Examples.Shape;
    var onnx = OnnxExporter.Export(model, new ExampleView(known.Examples, known.HoldOut.Training, ExampleView.Label), [.. shape.Inputs.Select(input => input.Name)], ModelTrainer.Outputs(shape));
    var predictor = new Scored(onnx, shape);
    var heldOut = predictor.Predict(known.Examples, known.HoldOut.HeldOut);
    var profile = new TrainingProfile(known, heldOut, rows => predictor.Predict(known.Examples, rows)).Measure();
    var metric = shape.Task == TaskKind.BinaryClassification ? 0 : 1;
    double Value(Predictions predictions) => metric == 0 ? Metrics.Create(predictions).Measure()[0]
        : predictions.Scores.Zip(predictions.Label, (scores, label) => Array.IndexOf(scores, scores.Max()) == (int)label ? 1.0 : 0).Average();

    int[] all = [.. Enumerable.Range(0, used.Table.Rows).Where(row => !float.IsNaN(used.Examples.Label[row]))];
    if (all.Length < 4 * PeriodJudge.FewestRows)
    {
        Console.WriteLine($"| {name} | {known.Table.Rows + used.Table.Rows:N0} | {all.Length:N0} | too few for windows |");
        return;
    }
    var answers = predictor.Predict(used.Examples, all);
    var measured = Value(heldOut);
    var probability = profile.Columns.First(column => column.Positive.Length > 0);
    var (falseAlarms, folklore, within, judged) = (0, 0, 0, 0);
    for (var run = 0; run < windows; run++)
    {
        // With as many rows as that, the same ones would come again and again.
        int[] drawn = [.. Enumerable.Range(0, Math.Min(size, all.Length / 2)).Select(_ => chance.Next(all.Length)).Distinct()];
        var window = predictor.Window(profile, used.Examples, [.. drawn.Select(place => all[place])], [.. drawn.Select(place => answers.Scores[place])], (_, value) => value, (_, text) => text);
        var findings = new PeriodJudge(profile).Judge(window)!;
        falseAlarms += findings.Any(finding => finding.IsAlarm) ? 1 : 0;
        folklore += findings.Any(finding => finding.Shares is { Index: > 0.1 }) ? 1 : 0;
        if (EstimatedPerformance.Estimate(probability, window.Columns[probability.Name], measured) is { } estimate && Value(answers.Take(drawn)) is var realised && double.IsFinite(realised))
            (within, judged) = (within + (realised >= estimate.Low && realised <= estimate.High ? 1 : 0), judged + 1);
    }
    var (faults, found) = (0, 0);
    foreach (var input in shape.Inputs.Where(input => input.Part is null && !input.IsFreeText))
        foreach (var fault in input.IsText ? (string[])["missing", "spelling"] : ["unit", "missing", "zero"])
        {
            // Nobody sees that a column is 0 in which most values are, or that 0 is 1.6 times as large.
            var values = input.IsText ? (float[])[] : used.Examples.Numbers[shape.Inputs.ToList().IndexOf(input)]!;
            if (input.Column.Type == ColumnType.Boolean || !input.IsText && values!.Count(value => value == 0) > 0.3 * values.Length)
                continue;
            faults++;
            int[] drawn = [.. Enumerable.Range(0, Math.Min(size, all.Length / 2)).Select(_ => chance.Next(all.Length))];
            var window = predictor.Window(profile, used.Examples, [.. drawn.Select(place => all[place])], null,
                (column, value) => column != input.Name ? value : fault == "unit" ? 1.6f * value : chance.NextDouble() > 0.3 ? value : fault == "zero" ? 0 : float.NaN,
                (column, text) => column != input.Name || chance.NextDouble() > (fault == "spelling" ? 1 : 0.3) ? text : fault == "missing" ? null : text?.ToUpperInvariant() + " ");
            if (fault == "spelling")
                window = predictor.Window(profile, used.Examples, [.. drawn.Select(place => all[place])], null, (_, value) => value, (column, text) => column == input.Name && text is not null ? text + "x" : text);
            var isFound = new PeriodJudge(profile).Judge(window)!.First(finding => finding.Column.Name == input.Name).IsAlarm;
            found += isFound ? 1 : 0;
            if (!isFound)
                Console.Error.WriteLine($"{name}: {fault} of {input.Name} is not found");
        }
    Console.WriteLine($"| {name} | {known.Table.Rows + used.Table.Rows:N0} | {all.Length:N0} | {profile.Columns.Count} | {windows} | {falseAlarms} | {folklore} | {faults} | {found} | {(metric == 0 ? "area" : "accuracy")} | {measured:0.000} | {Value(answers):0.000} | {100.0 * within / judged:0.0} % |");
}

static ModelDefinition Definition(string name) => new() { Name = "M", Type = "M", Dataset = name, Label = "target", Location = new("M.cs", 1, 1) };

static ModelShape Shape(DataContract contract, string name) =>
    ShapeResolver.Resolve(Definition(name), contract, out var problems) ?? throw new InvalidOperationException($"{name}: {problems[0].Message}");

/// <summary>The shipped predictor on rows of a table.</summary>
sealed class Scored
{
    readonly ModelShape _shape;
    readonly int[] _numbers;
    readonly int[] _texts;
    readonly Predictor _predictor;

    public Scored(byte[] onnx, ModelShape shape)
    {
        _shape = shape;
        var inputs = shape.Inputs.ToList();
        _numbers = [.. Enumerable.Range(0, inputs.Count).Where(i => !inputs[i].IsText)];
        _texts = [.. Enumerable.Range(0, inputs.Count).Where(i => inputs[i].IsText)];
        var info = new ModelInfo
        {
            Name = "M", Type = "M", Version = "1.0.0", Dataset = "d", Label = "target", Task = Enum.Parse<ModelTask>(shape.Task.ToString()), TrainingRows = 0, HeldOutRows = 0,
            DataHash = "", ArtifactHash = "", Metrics = new Dictionary<Metric, double>(),
        };
        _predictor = new(OnnxModel.Read(onnx), info, Names(_numbers), Names(_texts), shape.ScoreCount);
        _predictor.Fold();
    }

    public Predictions Predict(ExampleSet examples, int[] rows) =>
        new(_shape.Task, [.. rows.Select(row => examples.Label[row])], [.. rows.Select(row => Score(Numbers(examples, row), Texts(examples, row)))]);

    /// <param name="scores">What is answered; predicted where it is null, because a fault changes it.</param>
    public ModelWindow Window(ModelProfile profile, ExampleSet examples, int[] rows, float[][]? scores, Func<string, float, float> number, Func<string, string?, string?> text)
    {
        var counter = new RowCounts(profile, Names(_numbers), Names(_texts), new LabelRule(_predictor.Info.Task, null).Find);
        var counts = new long[counter.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            float[] numbers = [.. Numbers(examples, rows[i]).Select((value, place) => number(Name(_numbers[place]), value))];
            string?[] texts = [.. Texts(examples, rows[i]).Select((value, place) => text(Name(_texts[place]), value))];
            counter.Add(counts, numbers, texts, scores?[i] ?? Score(numbers, texts), 1);
        }
        return new("M", "1.0.0", "", default, default, rows.Length, rows.Length, rows.Length,
            profile.Columns.Select((column, place) => (column.Name, Counts: (IReadOnlyList<long>)counter.Of(place, counts).ToArray())).ToDictionary(column => column.Name, column => column.Counts));
    }

    float[] Score(float[] numbers, string?[] texts)
    {
        var scores = new float[_predictor.ScoreCount];
        _predictor.Score(numbers, texts, scores);
        return scores;
    }

    float[] Numbers(ExampleSet examples, int row) => Array.ConvertAll(_numbers, i => examples.Numbers[i]![row]);

    string?[] Texts(ExampleSet examples, int row) => Array.ConvertAll(_texts, i => examples.Texts[i] is var column && column!.Codes[row] is var code and >= 0 ? column.Texts[code] : null);

    string Name(int input) => _shape.Inputs.ElementAt(input).Name;

    string[] Names(int[] inputs) => [.. inputs.Select(Name)];
}
