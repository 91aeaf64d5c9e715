namespace Kiln;

/// <summary>What every class with <c>[Model]</c> is: it answers rows of its own type. For code that works with any model, such as tests.</summary>
/// <typeparam name="TInput">What it predicts from.</typeparam>
/// <typeparam name="TPrediction">What it answers.</typeparam>
public interface IModel<TInput, TPrediction>
    where TInput : struct
    where TPrediction : struct
{
    /// <summary>What the model knows about itself.</summary>
    ModelInfo Info { get; }

    /// <summary>What counts the rows it predicts; null where nothing does.</summary>
    ModelMonitor? Monitor => null;

    /// <summary>Predicts one row.</summary>
    /// <param name="input">The row.</param>
    TPrediction Predict(in TInput input);
}
