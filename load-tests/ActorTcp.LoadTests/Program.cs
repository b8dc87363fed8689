using ActorTcp.LoadTests;

return await Runner.RunAsync(args,
    ConnectionSetupRate.Scenario,
    RampToSaturation.Scenario,
    Churn.Scenario,
    AMillionIdleConnections.Scenario,
    SetupUnderFlood.Scenario,
    SlowClients.Scenario);
