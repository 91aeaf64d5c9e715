using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>Completes a model's class.</summary>
static class ModelWriter
{
    public static string Write(ModelTypes types)
    {
        var writer = new SourceWriter().Line();
        ClassWriter.Open(writer, types.Model, About(types), $"global::Kiln.IModel<{types.Class}.Input, {types.Class}.Prediction>, {ServingWriter.Interfaces(types)}");
        writer.Line("readonly global::Kiln.Predictor __predictor;");
        writer.Line("readonly global::Kiln.Validation.OnViolation __onViolation;");
        writer.Line().Generated();
        writer.Line($"{types.Class}(global::Kiln.Predictor predictor, global::Kiln.Validation.OnViolation onViolation = global::Kiln.Validation.OnViolation.Ignore) =>");
        writer.Line("    (__predictor, __onViolation) = (predictor, onViolation);");
        LoadWriter.Write(writer, types);
        PredictMethodWriter.Write(writer, types);
        ValidateWriter.Write(writer, types);
        ExplainWriter.Write(writer, types);
        InputWriter.Write(writer, types);
        PredictionWriter.Write(writer, types);
        ColumnsWriter.Write(writer, types);
        LoadWriter.Expectations(writer, types);
        ExplainWriter.Expectations(writer, types);
        PredictMethodWriter.Buffering(writer, types);
        ValidateWriter.Rules(writer, types);
        ServingWriter.Write(writer, types);
        return ClassWriter.Close(writer, types.Model).ToString();
    }

    static string About(ModelTypes types)
    {
        var features = Counted.Format(types.Shape.Features.Count, "feature");
        if (types.Shape.Task == TaskKind.AnomalyDetection)
            return $"Anomaly detection: finds unusual rows of {Xml.Code(types.Model.Dataset)} by {features}.";
        if (types.Shape.Task == TaskKind.Clustering)
            return $"Clustering: puts rows of {Xml.Code(types.Model.Dataset)} into {types.Shape.ScoreCount} clusters by {features}.";
        var task = types.Shape.Task switch
        {
            TaskKind.BinaryClassification => $"Binary classification, where {Xml.Code(types.Shape.Positive!)} is positive",
            TaskKind.MulticlassClassification => $"Classification into {types.Shape.ScoreCount} classes",
            TaskKind.Ranking => $"Ranking of the rows of one {Xml.Code(types.Shape.Query!.Name)}",
            _ => "Regression",
        };
        var (label, dataset) = (Xml.Code(types.Shape.Label.Name), Xml.Code(types.Model.Dataset));
        return $"{task}: predicts {label} of {dataset} from {features}.";
    }
}
