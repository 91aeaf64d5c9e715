using System.Text;
using Kiln.Host.Boosters;
using Kiln.Host.Export;
using Kiln.Host.Export.Parity;
using Kiln.Host.Export.Steps;
using Microsoft.ML;

namespace Kiln.Host.Tests.Boosters;

/// <summary>What ships predicts as LightGBM does, not as ML.NET reads LightGBM.</summary>
public class RefereeTests
{
    readonly MLContext ml = new(1);

    public static TheoryData<string, string> Models => [.. RefereeModel.Tasks.SelectMany(task => RefereeData.Natures.Select(nature => (task, nature)))];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_predicts_what_LightGBM_predicts(string task, string nature) => Check(task, nature, RefereeModel.Create(ml, task));

    [Theory]
    [InlineData("multiclass", "half missing")]
    [InlineData("multiclass", "mixed")]
    public void One_model_a_class_predicts_what_LightGBM_predicts(string task, string nature) =>
        Check(task, nature, RefereeModel.Create(ml, task, options => options.Softmax = false));

    [Theory]
    [InlineData("missing decides")]
    [InlineData("mixed")]
    public void A_trainer_inside_another_predicts_what_LightGBM_predicts(string nature) =>
        Check("multiclass", nature, RefereeModel.Create(ml, "one versus all"));

    [Theory]
    [InlineData("binary", "half missing")]
    [InlineData("multiclass", "mixed")]
    [InlineData("regression", "zero-heavy")]
    public void Splits_by_category_predict_what_LightGBM_predicts(string task, string nature) =>
        Check(task, nature, RefereeModel.Create(ml, task, options => options.ByCategory = true));

    [Theory]
    [InlineData("binary", "zero-heavy")]
    [InlineData("binary", "tiny")]
    [InlineData("multiclass", "half missing")]
    [InlineData("regression", "zero-heavy")]
    [InlineData("regression", "mixed")]
    public void Zero_as_missing_predicts_what_LightGBM_predicts(string task, string nature) =>
        Check(task, nature, RefereeModel.Create(ml, task, options => options.ZeroIsMissing = true));

    [Theory]
    [InlineData("binary", "half missing")]
    [InlineData("regression", "missing decides")]
    public void Missing_as_zero_predicts_what_LightGBM_predicts(string task, string nature) =>
        Check(task, nature, RefereeModel.Create(ml, task, options => options.HandlesMissing = false));

    [Fact]
    public void Dropped_trees_predict_what_LightGBM_predicts() =>
        Check("binary", "mixed", RefereeModel.Create(ml, "binary", options => options.Dart = true));

    [Fact]
    public void A_model_trained_before_predicts_what_LightGBM_predicts()
    {
        var model = BoosterTrainers.Replace(RefereeModel.Create(ml, "binary")).Fit(RefereeData.View(ml, "mixed", 600, seed: 1));
        var ensemble = PipelineStep.List(model, RefereeData.View(ml, "mixed", 1, seed: 1)).SelectMany(step => EnsembleFinder.Find(step.Model)).Single();
        var text = BoosterTable.Find(ensemble)!.Value.Booster.Text;

        Check("binary", "mixed", RefereeModel.Create(ml, ml.BinaryClassification.Trainers.LightGbm(new MemoryStream(Encoding.UTF8.GetBytes(text)))));
    }

    void Check(string task, string nature, IEstimator<ITransformer> pipeline)
    {
        var model = BoosterTrainers.Replace(pipeline).Fit(RefereeData.View(ml, nature, 600, seed: 1));
        var outputs = RefereeModel.Outputs(task);
        var held = RefereeData.View(ml, nature, 200, seed: 2);

        var onnx = OnnxExporter.Export(model, held, RefereeData.Inputs, outputs);

        Assert.True(ParityCheck.Run(model, held, outputs, onnx) > 200);
        // Rows like those it learnt from, and rows of every other nature.
        foreach (var other in new[] { nature, "mixed" })
        {
            var (kiln, runtime, terms) = Referee.Distance(model, RefereeData.View(ml, other, 400, seed: 3), onnx, outputs);
            TestContext.Current.SendDiagnosticMessage("{0}", $"{task}, {nature}, {other}: {kiln:0.0e+0} {runtime:0.0e+0}");
            Assert.InRange(kiln, 0, 1e-6);
            Assert.InRange(runtime, 0, Tolerance.Adding(terms).Score(1));
        }
    }
}
