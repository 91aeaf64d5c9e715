// What one prediction of a text of 50 words costs: Kiln's default model of a text column, folded and as it is written, beside ML.NET's FeaturizeText
// and logistic regression in a PredictionEngine, and beside ONNX Runtime on Kiln's file, by turns in one run, on one thread. The texts are made of
// 20,000 words by Zipf's law, some of which say what the label is.
// Start it from the repository's root: dotnet run -c Release benchmarks/predict/PredictText.cs [rounds]
#:project ../../src/Kiln.Host/Kiln.Host.csproj
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CS8618
using System.Diagnostics;
using System.Globalization;
using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Data.Loading;
using Kiln.Host.Examples;
using Kiln.Host.Export;
using Kiln.Host.Natives;
using Kiln.Host.Requests;
using Kiln.Host.Training;
using Kiln.Onnx;
using Kiln.Onnx.Compilation;
using Kiln.Onnx.Evaluation;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = args.Length > 0 ? int.Parse(args[0]) : 15;
NativeResolver.Use(typeof(InferenceSession).Assembly);
var texts = Texts.Create(11_000, words: 50);
var (training, asked) = (texts[..10_000], texts[10_000..]);

var onnx = Train(training);
var graph = new CompiledGraph(OnnxModel.Read(onnx));
var (folded, written) = (new Scorer(graph.CreateEvaluator(), [], ["Text"]), new Scorer(graph.Reference, [], ["Text"]));

var ml = new MLContext(1);
var pipeline = ml.Transforms.Text.FeaturizeText("Features", nameof(Text.Content)).Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression());
var engine = ml.Model.CreatePredictionEngine<Text, Answer>(pipeline.Fit(ml.Data.LoadFromEnumerable(training)));
var answer = new Answer();

using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
using var session = new InferenceSession(onnx, options);
var tensors = asked.Select(text => NamedOnnxValue.CreateFromTensor("Text", new Microsoft.ML.OnnxRuntime.Tensors.DenseTensor<string>(new[] { text.Content }, [1, 1]))).ToArray();

List<(string Name, Func<int, bool> Predict)> sides =
[
    ("Kiln", i => Kiln(folded, i)),
    ("as written", i => Kiln(written, i)),
    ("PredictionEngine", i => { engine.Predict(asked[i], ref answer); return answer.PredictedLabel; }),
    ("ONNX Runtime", i => { using var results = session.Run([tensors[i]]); return results[0].AsEnumerable<float>().First() > 0; }),
];
foreach (var (name, predict) in sides)
    Console.WriteLine($"{name}: {asked.Where((text, i) => predict(i) == text.Label).Count()} of {asked.Length} right");
foreach (var (_, predict) in sides)
    for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < 1;)
        Time(predict);
var before = GC.GetAllocatedBytesForCurrentThread();
for (var i = 0; i < asked.Length; i++)
    Kiln(folded, i);
var bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / asked.Length;
var times = Enumerable.Range(0, rounds).Select(round =>
{
    var took = new double[sides.Count];
    for (var i = 0; i < sides.Count; i++)
        took[(round + i) % sides.Count] = Time(sides[(round + i) % sides.Count].Predict);
    return took;
}).ToList();
Console.WriteLine($"{rounds} rounds by turns, medians; the file has {onnx.Length:N0} bytes; Kiln allocates {bytes:0} B");
for (var side = 0; side < sides.Count; side++)
    Console.WriteLine($"{sides[side].Name,-18} {Median(times.Select(round => round[side])),12:N0} ns  {Median(times.Select(round => round[side] / round[0])),6:0.0}");

double Time(Func<int, bool> predict)
{
    var start = Stopwatch.GetTimestamp();
    for (var i = 0; i < asked.Length; i++)
        predict(i);
    return Stopwatch.GetElapsedTime(start).TotalNanoseconds / asked.Length;
}

bool Kiln(Scorer scorer, int i)
{
    Span<float> scores = stackalloc float[2];
    scorer.Score([], [asked[i].Content], scores);
    return scores[0] > 0;
}

static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

static byte[] Train(Text[] texts)
{
    var scratch = Directory.CreateTempSubdirectory("kiln-text-").FullName;
    try
    {
        var file = Path.Combine(scratch, "texts.csv");
        File.WriteAllLines(file, texts.Select(text => $"{text.Content},{(text.Label ? "yes" : "no")}").Prepend("Text,Label"));
        var dataset = new Dataset("texts", Path.Combine(scratch, "texts.schema.json"), file, file, [file]);
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var definition = new ModelDefinition { Name = "M", Type = "M", Dataset = "texts", Label = "Label", Split = SplitKind.Hash, Location = new("M.cs", 1, 1) };
        var shape = ShapeResolver.Resolve(definition, contract, out var problems) ?? throw new InvalidOperationException(problems[0].Message);
        var rows = new ModelRows(TableLoader.Load(dataset, contract, null, _ => { }), shape, null);
        int[] all = [.. rows.HoldOut.Training, .. rows.HoldOut.HeldOut];
        var model = DefaultPipeline.Fit(new MLContext(1), definition, rows, all, threads: 1).Model;
        return OnnxExporter.Export(model, new ExampleView(rows.Examples, all), ["Text"], ["Score", "Probability"]);
    }
    finally
    {
        Directory.Delete(scratch, recursive: true);
    }
}

sealed class Answer
{
    public bool PredictedLabel { get; set; }
}

sealed class Text
{
    public string Content { get; set; }
    public bool Label { get; set; }
}

static class Texts
{
    static readonly string[] Syllables = [.. from first in "bdfglmnprst" from second in "aeiou" select $"{first}{second}"];

    public static Text[] Create(int count, int words)
    {
        var random = new Random(5);
        string[] known = [.. Enumerable.Range(0, 20_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Syllables[random.Next(Syllables.Length)])))];
        // A word's rank is e to the power of an even number between 0 and the logarithm of how many there are: Zipf's law.
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            int[] ranks = [.. Enumerable.Range(0, words).Select(_ => (int)Math.Exp(random.NextDouble() * Math.Log(known.Length)))];
            return new Text { Content = string.Join(' ', ranks.Select(rank => known[rank - 1])), Label = ranks.Count(rank => rank % 7 == 3) > words / 7 };
        })];
    }
}
