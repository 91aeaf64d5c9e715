using Kiln.Contracts.Models;
using Kiln.Host.Export;
using Kiln.Host.Export.Steps;
using Microsoft.ML;

namespace Kiln.Host.Tests.Export;

/// <summary>What the analyzers call not exportable is what the exporter refuses.</summary>
public sealed class NotExportedTests
{
    public static TheoryData<string> Steps => [.. NotExportable.Methods];

    [Theory]
    [MemberData(nameof(Steps))]
    public void The_exporter_refuses_it(string step)
    {
        var ml = new MLContext(1);
        var model = Pipelines.Fit(ml, Name(step));
        var rows = Customers.View(ml, 20, seed: 4);

        Assert.Throws<ExportException>(() => OnnxExporter.Export(model, rows, Customers.Inputs, Pipelines.Outputs(model, rows)));
    }

    /// <summary>The name of the pipeline with the step.</summary>
    static string Name(string step) => step switch
    {
        "RegressionTrainers.Gam" => "GamRegression",
        "CategoricalTransforms.OneHotEncoding outputKind=Binary" => "OneHotEncoding as binary",
        _ => step[(step.IndexOf('.') + 1)..],
    };
}
