using System.Security.Cryptography;
using System.Text.Json;
using Kiln.Host.Boosters;
using Kiln.Host.Export;
using Kiln.Host.Export.Parity;
using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.Host.Tests.Export;

/// <summary>From a fitted pipeline through the files a build leaves to the predictor an application loads.</summary>
public class ShippedModelTests : IDisposable
{
    readonly MLContext ml = new(1);
    readonly string folder = Directory.CreateTempSubdirectory("kiln models ünï ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_binary_model_gives_a_score_and_a_probability() => Check(
        ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { LabelColumnName = "Churned", NumberOfThreads = 1 }),
        "BinaryClassification",
        ["no", "yes"],
        ["Score", "Probability"]);

    [Fact]
    public void A_multiclass_model_gives_a_probability_per_class() => Check(
        ml.Transforms.Conversion.MapValueToKey("Label", "Species", keyData: Customers.Keys(ml, ["Adélie", "Chinstrap", "Gentoo"])).Append(
            ml.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options { UseSoftmax = true, NumberOfThreads = 1 })),
        "MulticlassClassification",
        ["Adélie", "Chinstrap", "Gentoo"],
        ["Score"]);

    [Fact]
    public void A_regression_model_gives_a_number() => Check(
        ml.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options { LabelColumnName = "Price", NumberOfThreads = 1 }),
        "Regression",
        [],
        ["Score"]);

    void Check(IEstimator<ITransformer> trainer, string task, string[] classes, string[] outputs)
    {
        var model = BoosterTrainers.Replace(Customers.Encoded(ml).Append(trainer)).Fit(Customers.View(ml, 1_000, seed: 3));
        var rows = Customers.View(ml, 200, seed: 4);
        Write(OnnxExporter.Export(model, rows, Customers.Inputs, outputs), task, classes, outputs);

        // in another order than the graph's
        string[] numbers = ["Add", "Größe in mm", "MulNodeOutput", "Score"];
        string[] texts = ["支付 方式", "Contract"];
        var predictor = Predictor.Load(new("Customer", "Customer", "00"), folder, numbers, texts, classes);

        var sample = RowSample.Read(model, rows, Customers.Inputs, outputs, 200);
        Assert.Equal(sample.Outputs.Sum(output => output[0].Length), predictor.ScoreCount);
        var scores = new float[predictor.ScoreCount];
        for (var row = 0; row < sample.Count; row++)
        {
            predictor.Score(
                [.. numbers.Select(name => ((List<float>)sample.Inputs[name])[row])],
                [.. texts.Select(name => ((List<string>)sample.Inputs[name])[row])],
                scores);
            var expected = sample.Outputs.SelectMany(output => output[row]).ToArray();
            for (var i = 0; i < scores.Length; i++)
                Assert.Equal(expected[i], scores[i], Math.Max(1, Math.Abs(expected[i])) * 1e-5f);
        }
    }

    void Write(byte[] onnx, string task, string[] classes, string[] outputs)
    {
        var inputs = Customers.Inputs.Select((name, i) => new { name, type = i < 4 ? "number" : "text" });
        var manifest = new
        {
            format = 1, model = "Customer", type = "Customer", definition = "00", version = "1.0.0", dataset = "customers", label = "Churned", task, classes, inputs, outputs,
            rows = new { training = 1000, heldOut = 200 },
            metrics = new { },
            data = "00",
            onnx = Convert.ToHexStringLower(SHA256.HashData(onnx)),
        };
        File.WriteAllBytes(Path.Combine(folder, "Customer.onnx"), onnx);
        var content = JsonSerializer.SerializeToNode(manifest)!.AsObject();
        content.Add(ManifestHash.Member, ManifestHash.Compute(JsonSerializer.SerializeToElement(manifest)));
        File.WriteAllText(Path.Combine(folder, "Customer.model.json"), content.ToJsonString());
    }
}
