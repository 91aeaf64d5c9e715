// What a search for settings gains, and what it costs: the default settings and those that a search of so many trials chooses, on held-out
// rows, redrawn by chance; and how many trials it makes in a minute beside a plain loop of ML.NET's Fit and Evaluate, which learns from four
// fifths of the training rows with the same settings (and the rounds that the search found for them, which a loop would not know).
// Takes a folder as Quality.cs does. All cores on both sides.
// Start it from the repository's root: dotnet run -c Release benchmarks/quality/TuneQuality.cs <folder> <redraws> <trials> [only these...]
#:project ../../src/Kiln.Host/Kiln.Host.csproj
#:property PublishAot=false
using System.Diagnostics;
using System.Globalization;
using Kiln.Contracts.Models;
using Kiln.Contracts.Tunings;
using Kiln.Host.Data.Inference;
using Kiln.Host.Data.Loading;
using Kiln.Host.Examples;
using Kiln.Host.Requests;
using Kiln.Host.Training;
using Kiln.Host.Training.Encodings;
using Kiln.Host.Training.Trials;
using Microsoft.ML;
using Microsoft.ML.Data;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (redraws, most) = (int.Parse(args[1]), int.Parse(args[2]));
var scratch = Directory.CreateTempSubdirectory("kiln-tune-").FullName;
try
{
    Console.WriteLine("| set | training rows | default | tuned | gained | said at least | the best trial, sure or not | chosen in | trials | of all folds | trials a minute | of a loop's |");
    Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    foreach (var file in Directory.EnumerateFiles(args[0], "*.csv").Order(StringComparer.Ordinal).Where(file => args.Length < 4 || args[3..].Contains(Path.GetFileNameWithoutExtension(file))))
        Compare(file);
}
finally
{
    Directory.Delete(scratch, recursive: true);
}

void Compare(string file)
{
    var name = Path.GetFileNameWithoutExtension(file);
    var dataset = new Dataset(name, Path.Combine(scratch, name + ".schema.json"), file, file, [file]);
    var contract = ContractInference.Infer(dataset, null, _ => { });
    var table = TableLoader.Load(dataset, contract, null, _ => { });
    var definition = new ModelDefinition { Name = "M", Type = "M", Dataset = name, Label = "target", Split = SplitKind.Hash, Location = new("M.cs", 1, 1) };
    var shape = ShapeResolver.Resolve(definition, contract, out var problems) ?? throw new InvalidOperationException($"{name}: {problems[0].Message}");
    var rows = new ModelRows(table, shape, null);
    int[] all = [.. rows.HoldOut.Training, .. rows.HoldOut.HeldOut];
    var runs = Enumerable.Range(0, redraws).Select(draw => Run(rows, definition, all, draw)).ToList();
    double Mean(Func<Result, double> value) => runs.Average(value);
    Console.WriteLine($"| {name} | {all.Length * 4 / 5:N0} | {Mean(r => r.Default):G4} | {Mean(r => r.Tuned):G4} | {1 - Mean(r => r.Tuned) / Mean(r => r.Default):+0.0 %;-0.0 %} | "
        + $"{Mean(r => Math.Max(r.Low, 0)):+0.0 %;-0.0 %} | {1 - Mean(r => r.Best) / Mean(r => r.Default):+0.0 %;-0.0 %} | {runs.Count(r => r.IsChosen)} of {redraws} | {Mean(r => r.Trials):0} | {Mean(r => r.Full):0} | {Mean(r => r.PerMinute):0} | {Mean(r => r.PerMinute) / Mean(r => r.LoopPerMinute):0.0} |");
}

Result Run(ModelRows rows, ModelDefinition definition, int[] all, int draw)
{
    int[] shuffled = [.. all];
    new Random(5000 + draw).Shuffle(shuffled);
    var (heldOut, training) = (shuffled[..(shuffled.Length / 5)], shuffled[(shuffled.Length / 5)..]);
    var watch = Stopwatch.StartNew();
    using var folds = new TrialRows(new MLContext(1), definition, rows, training, threads: Environment.ProcessorCount);
    var path = Path.Combine(scratch, "journal.txt");
    File.Delete(path);
    using var journal = new Journal(path, "benchmark");
    var start = DefaultPipeline.Settings(rows, training);
    var trials = new SettingsSearch(new(training.Length, folds.Features), start.ToTuned(), start.Rounds, 1, folds.AtOnce, new(folds.All, () => false), journal, null, (_, _) => { }).Run(count => count < most);
    var seconds = watch.Elapsed.TotalSeconds;
    var decision = SearchDecision.Of(trials);
    var isRegression = rows.Examples.Shape.Task == TaskKind.Regression;
    double Held(TunedSettings? settings) => Loss(DefaultPipeline.Fit(new MLContext(1), definition, rows, training, threads: 1, settings).Model, rows.Examples, heldOut);
    var (plain, best) = (Held(null), decision.Best == trials[0] ? Held(null) : Held(decision.Best.Settings));
    return new(plain, decision.Chosen is null ? plain : best, best, decision.Low / trials[0].Loss!.Value / (isRegression ? 2 : 1), decision.Chosen is not null, trials.Count,
        trials.Count(trial => trial.Folds == trials[0].Folds), 60 * trials.Count / seconds, Loop(rows, training, trials));
}

// Trials a minute.
static double Loop(ModelRows rows, int[] training, IReadOnlyList<Trial> trials)
{
    var ml = new MLContext(1);
    var (examples, task) = (rows.Examples, rows.Examples.Shape.Task);
    var (learn, judge) = (new ExampleView(examples, training[(training.Length / 5)..]), new ExampleView(examples, training[..(training.Length / 5)]));
    var watch = Stopwatch.StartNew();
    foreach (var trial in trials)
    {
        var trainer = DefaultPipeline.LightGbm(ml, task, 1, threads: Environment.ProcessorCount, BoostingSettings.From(trial.Settings) with { Rounds = trial.Rounds });
        var features = Encoding.OneHots(ml, examples).Append<ITransformer>(ml.Transforms.Concatenate(ExampleView.Features,
            [.. examples.Inputs.Where(input => !input.IsFreeText).Select(input => input.IsCategory ? Encoding.Name(input) : input.Name)]));
        var predicted = features.Append(trainer).Fit(learn).Transform(judge);
        _ = task switch
        {
            TaskKind.BinaryClassification => ml.BinaryClassification.Evaluate(predicted, ExampleView.Label).LogLoss,
            TaskKind.MulticlassClassification => ml.MulticlassClassification.Evaluate(predicted, ExampleView.Label).LogLoss,
            _ => ml.Regression.Evaluate(predicted, ExampleView.Label).MeanSquaredError,
        };
    }
    return 60 * trials.Count / watch.Elapsed.TotalSeconds;
}

static double Loss(ITransformer model, ExampleSet examples, int[] rows)
{
    var predicted = model.Transform(new ExampleView(examples, rows));
    var labels = rows.Select(row => examples.Label[row]).ToArray();
    switch (examples.Shape.Task)
    {
        case TaskKind.BinaryClassification:
            return predicted.GetColumn<float>("Probability").Zip(labels, (p, label) => -Math.Log(Math.Max(label > 0 ? p : 1 - p, 1e-15))).Average();
        case TaskKind.MulticlassClassification:
            return predicted.GetColumn<float[]>("Score").Zip(labels, (p, label) => -Math.Log(Math.Max(p[(int)label], 1e-15))).Average();
        default:
            return Math.Sqrt(predicted.GetColumn<float>("Score").Zip(labels, (p, label) => ((double)p - label) * (p - label)).Average());
    }
}

/// <summary>What one redraw gave: losses on held-out rows, of what was chosen and of the best trial, and what the search said on training rows.</summary>
readonly record struct Result(double Default, double Tuned, double Best, double Low, bool IsChosen, int Trials, int Full, double PerMinute, double LoopPerMinute);
