using System.Reflection;
using Kiln.Contracts;
using Kiln.Host.Boosters;
using Kiln.Host.Diagnostics;
using Kiln.Host.Models;
using Kiln.Host.References;
using Kiln.Host.Requests;
using Microsoft.ML;

namespace Kiln.Host.Pipelines;

/// <summary>
/// Fits a model with the <c>Pipeline</c> method of its own class. The method is called and nothing else: a <c>Main</c> may serve for ever,
/// or wait for a database (dotnet/aspnetcore#43395).
/// </summary>
sealed class OwnPipeline(Request request, Output output)
{
    const string Method = "Pipeline";

    readonly Lazy<Assembly> _assembly = new(() => new ProjectContext(request.References).LoadFromAssemblyPath(request.Assembly));

    /// <exception cref="BuildException">The pipeline failed, or gives not what the task needs.</exception>
    public ITransformer Fit(ModelPlan plan, MLContext ml, IDataView training)
    {
        using var printed = ProjectOutput.Take(output);
        var failure = new PipelineFailure(plan, request);
        // A pipeline that ends the process would pass for a build with nothing more to do.
        EventHandler onExit = (_, _) => output.Report(failure.AtPipeline(Ids.PipelineFailed,
            $"the pipeline of '{plan.Name}' ended the host's process; throw an exception if it cannot continue").Diagnostics[0]);
        AppDomain.CurrentDomain.ProcessExit += onExit;
        ITransformer model;
        try
        {
            var pipeline = Find(plan)(ml)
                ?? throw failure.AtPipeline(Ids.PipelineFailed, $"the pipeline of '{plan.Name}' is null; return an estimator");
            model = BoosterTrainers.Replace(pipeline).Fit(training);
        }
        catch (Exception e) when (e is not BuildException)
        {
            throw failure.Describe(e);
        }
        finally
        {
            AppDomain.CurrentDomain.ProcessExit -= onExit;
        }
        if (OutputColumns.Problem(plan.Shape, model.GetOutputSchema(training.Schema)) is { } problem)
            throw failure.AtPipeline(Ids.PipelineOutputMissing, problem);
        return model;
    }

    Func<MLContext, IEstimator<ITransformer>> Find(ModelPlan plan)
    {
        var type = _assembly.Value.GetType(plan.Definition.Type, throwOnError: true)!;
        var method = type.GetMethod(Method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(MLContext)])
            ?? throw new MissingMethodException(type.FullName, Method);
        return method.CreateDelegate<Func<MLContext, IEstimator<ITransformer>>>();
    }
}
