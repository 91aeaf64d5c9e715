using System.Runtime.InteropServices;

namespace Kiln.Host.Boosters;

/// <summary>One of ML.NET's boosters while it is trained, and what it predicts of the rows that judge it.</summary>
/// <param name="booster">ML.NET's.</param>
/// <param name="rows">To be disposed with it; null where other boosters are grown on them.</param>
sealed class GrowingBooster(object booster, BoosterRows? rows) : IDisposable
{
    /// <summary>The rows it is trained on are LightGBM's first, those that judge it the second.</summary>
    const int Judges = 1;

    readonly SafeHandle _handle = (SafeHandle)Internals.Call(booster, "get_Handle")!;

    /// <summary>Adds a tree, or one for each class.</summary>
    /// <returns>False where there is nothing left to learn.</returns>
    public bool Grow() => !(bool)Internals.Call(booster, "Update")!;

    /// <summary>What it predicts now: the number, the probability of the positive class, or of every class all rows of the first, then all of the second, and so on.</summary>
    public double[] Predict()
    {
        var handle = _handle.DangerousGetHandle();
        LightGbmLibrary.Check(LightGbmLibrary.CountPredictions(handle, Judges, out var count));
        var predictions = new double[count];
        LightGbmLibrary.Check(LightGbmLibrary.GetPredictions(handle, Judges, out _, predictions));
        GC.KeepAlive(_handle);
        return predictions;
    }

    public void Dispose()
    {
        ((IDisposable)booster).Dispose();
        rows?.Dispose();
    }
}
