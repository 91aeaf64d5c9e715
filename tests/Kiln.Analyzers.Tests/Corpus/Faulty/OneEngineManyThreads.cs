// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

var ml = new MLContext();
var model = ml.Model.Load(args[0], out _);
var engine = ml.Model.CreatePredictionEngine<Picture, Label>(model);
var files = Directory.GetFiles(args[1], "*.txt");
var labels = new string[files.Length];

Parallel.For(0, files.Length, i =>
{
    var pixels = File.ReadAllText(files[i]).Split(' ').Select(float.Parse).ToArray();
    labels[i] = engine.Predict(new Picture { Pixels = pixels }).PredictedLabel; // KILN7001
});

foreach (var group in labels.GroupBy(label => label).OrderByDescending(group => group.Count()))
    Console.WriteLine($"{group.Key}: {group.Count()}");

sealed class Picture
{
    [VectorType(784)] public float[] Pixels { get; set; } = [];
}

sealed class Label
{
    public string PredictedLabel { get; set; } = "";
}
