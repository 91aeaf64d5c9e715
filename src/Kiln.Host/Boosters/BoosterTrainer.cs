using Microsoft.ML;
using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.Host.Boosters;

/// <summary>
/// Stands in for one of ML.NET's LightGBM trainers: trains in the same way, and keeps what LightGBM itself says it learnt, which ML.NET
/// throws away once it has made its own trees of it.
/// </summary>
/// <param name="trainer">The trainer; its steps are called in its own order.</param>
sealed class BoosterTrainer<TTransformer, TModel>(ITrainerEstimator<TTransformer, TModel> trainer) : ITrainerEstimator<TTransformer, TModel>, IBoosterTrainer
    where TTransformer : ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    const string Phase = "Training with LightGBM";

    static readonly Type Training = Internals.Type(typeof(LightGbmBinaryTrainer).Assembly, "Microsoft.ML.Trainers.LightGbm.WrappedLightGbmTraining");
    static readonly Type Shared = Internals.Type(typeof(LightGbmBinaryTrainer).Assembly, "Microsoft.ML.Trainers.LightGbm.LightGbmShared");

    public IReadOnlyDictionary<string, object> Native { get; set; } = new Dictionary<string, object>();

    public Shrinkage? Shrinkage { get; set; }

    public TrainerInfo Info => trainer.Info;

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => trainer.GetOutputSchema(inputSchema);

    public TTransformer Fit(IDataView input)
    {
        Internals.Call(trainer, "CheckInputSchema", Internals.Call(Internals.Method(typeof(SchemaShape), "Create"), input.Schema));
        var roles = Internals.Call(trainer, "MakeRoles", input)!;
        var options = Internals.Get(trainer, "LightGbmTrainerOptions")!;
        var booster = Internals.Get(options, "LightGbmModel") is Stream trained ? Load(roles, trained) : Train(roles, options);
        if (Shrinkage is not null)
            booster = booster with { Text = Shrinkage.Apply(booster.Text) };
        Internals.Set(trainer, "TrainedEnsemble", EnsembleReader.Read(booster.Text, booster.Columns));
        var model = (TModel)Internals.Call(trainer, "CreatePredictor")!;
        BoosterTable.Add(model, booster);
        return (TTransformer)Internals.Call(trainer, "MakeTransformer", model, input.Schema)!;
    }

    public BoosterRows Load(IDataView training, IDataView judges)
    {
        using var channel = ((IHost)Internals.Get(trainer, "Host")!).Start(Phase);
        var parameters = Begin();
        object?[] loading = [channel, Internals.Call(trainer, "MakeRoles", training)!, null];
        var data = (IDisposable)Internals.Call(trainer, "LoadTrainingData", loading)!;
        var others = (IDisposable)Internals.Call(trainer, "LoadValidationData", channel, data, Internals.Call(trainer, "MakeRoles", judges), loading[2])!;
        return new(new Dictionary<string, object>(parameters), data, others);
    }

    /// <summary>The parameters that LightGBM is given, which loading completes by what depends on the rows.</summary>
    Dictionary<string, object> Begin()
    {
        Internals.Call(trainer, "InitializeBeforeTraining");
        var parameters = (Dictionary<string, object>)Internals.Get(trainer, "GbmOptions")!;
        foreach (var (name, value) in Native)
            parameters[name] = value;
        return parameters;
    }

    Booster Train(object roles, object options)
    {
        var host = (IHost)Internals.Get(trainer, "Host")!;
        Begin();
        object?[] loading = [null, roles, null];
        using var channel = host.Start(Phase);
        using var progress = host.StartProgressChannel(Phase);
        loading[0] = channel;
        try
        {
            using var data = (IDisposable)Internals.Call(trainer, "LoadTrainingData", loading)!;
            var columns = (int[]?)Internals.Get(loading[2]!, "CategoricalBoudaries");
            // ML.NET lets one trainer run at a time.
            lock (Internals.GetStatic(Shared, "LockForMultiThreadingInside")!)
            {
                using var booster = (IDisposable)Internals.Call(Internals.Method(Training, "Train"), host, channel, progress,
                    Internals.Get(trainer, "GbmOptions"), data, null, Internals.Get(options, "NumberOfIterations"),
                    Internals.Get(options, "Verbose"), Internals.Get(options, "EarlyStoppingRound"))!;
                return new((string)Internals.Call(booster, "GetModelString")!, columns);
            }
        }
        finally
        {
            Internals.Call(trainer, "DisposeParallelTraining");
        }
    }

    /// <summary>A model that the trainer was given, trained before: ML.NET takes its settings and classes from the text.</summary>
    Booster Load(object roles, Stream trained)
    {
        var context = Internals.Type(typeof(SchemaShape).Assembly, "Microsoft.ML.TrainContext");
        Internals.Call(trainer, "TrainModelCore", Activator.CreateInstance(context, roles, null, null, null));
        trained.Position = 0;
        return new(new StreamReader(trained).ReadToEnd(), null);
    }
}
